/** What every refusal says, and what to do about it. Typed by code: a refusal without words does not compile. */
import type { Language, Refusal, Role } from "../bridge";
import { sentences } from "./joined";
import { amount, dateText, figure, percent, price, quantity, size, zoned } from "./figures";
import { fieldWords } from "./fields";
import { leads } from "./leads";
import { names } from "./names";
import { contracts } from "./contracts";
import { opportunities } from "./opportunities";
import { quotations } from "./quotations";
import { enQuotations, zhQuotations } from "./refusalsQuotations";
import { enContracts, zhContracts } from "./refusalsContracts";
import { wording } from "./wording";

type Code = Refusal["code"];
type Says = { [C in Code]: (refusal: Extract<Refusal, { code: C }>) => string };

const wallTime = (instant: string): string => { const { date, time } = zoned(instant); return `${dateText(date)} ${time}`; };
const zhField = (field: string): string => fieldWords("Zh", field);
const enField = (field: string): string => fieldWords("En", field);
const zhRow = (row: number | null): string => (row === null ? "" : `第 ${row} 行的`);
const enRow = (row: number | null): string => (row === null ? "" : `Line ${row}: `);
/** Rates are held in hundredths of a percent. */
const RATES = ["discount", "tax_rate", "margin_floor", "discount_limit"];
/** A bound as one would type it, not as the book holds it. */
const bound = (field: string, value: number): string => {
  if (field.endsWith("_fen")) return amount(value);
  if (field.endsWith("_milli")) return quantity(value);
  if (field.endsWith("_micro")) return price(value);
  return RATES.includes(field) ? percent(value) : figure(value);
};
const zhRoles = (roles: Role[]): string => roles.map((role) => names.zh.role[role]).join("、");
const enRoles = (roles: Role[]): string => roles.map((role) => names.en.role[role]).join(", ");
const contractWords = ({ names: n }: typeof contracts.zh): Record<string, string> => ({ ...n.states, ...n.acts });
const dealWords = ({ names: n }: typeof opportunities.zh): Record<string, string> => ({ ...n.stages, ...n.needStates, ...n.acts, ...n.needActs });
const offerWords = ({ names: n }: typeof quotations.zh): Record<string, string> => ({ ...n.states, ...n.acts });
const zhDeal = (name: string): string | undefined => dealWords(opportunities.zh)[name] ?? offerWords(quotations.zh)[name] ?? contractWords(contracts.zh)[name];
const enDeal = (name: string): string | undefined => dealWords(opportunities.en)[name] ?? offerWords(quotations.en)[name] ?? contractWords(contracts.en)[name];
const zhState = (state: string): string => (names.zh.status as Record<string, string>)[state] ?? (leads.zh.names.states as Record<string, string>)[state] ?? zhDeal(state) ?? (state === "InApproval" ? "审批中" : state);
const enState = (state: string): string => ((names.en.status as Record<string, string>)[state] ?? (leads.en.names.states as Record<string, string>)[state] ?? enDeal(state) ?? (state === "InApproval" ? "in approval" : state)).toLowerCase();
const zhOrders = (by: string[]): string => `订单 ${by.map((number) => (number === "" ? "草稿" : number)).join("、")}${by.length >= 5 ? " 等" : " "}`;
const enOrders = (by: string[]): string => `${by.map((number) => (number === "" ? "a draft" : number)).join(", ")}${by.length >= 5 ? " and others" : ""}`;
const zhAct = (act: string): string => (names.zh.act as Record<string, string>)[act] ?? (leads.zh.names.acts as Record<string, string>)[act] ?? zhDeal(act) ?? act;
const enAct = (act: string): string => ((names.en.act as Record<string, string>)[act] ?? (leads.en.names.acts as Record<string, string>)[act] ?? enDeal(act) ?? act).toLowerCase();
const zhLetter = (state: string): string => (names.zh.letter as Record<string, string>)[state] ?? state;
const enLetter = (state: string): string => ((names.en.letter as Record<string, string>)[state] ?? state).toLowerCase();

const zh: Says = {
  ...zhContracts,
  ...zhQuotations,
  FieldMissing: (r) => `请填写${zhField(r.field)}`,
  FieldTooLong: (r) => `${zhField(r.field)}最多 ${r.most} 个字，现在 ${r.found} 个`,
  FieldHasControl: (r) => `${zhField(r.field)}里有换行或不可见字符，请删掉`,
  FieldNotEmail: (r) => `${zhField(r.field)}不是邮箱地址：「${r.found}」，应像 name@example.com`,
  FieldNotPhone: (r) => `${zhField(r.field)}不像电话号码：「${r.found}」`,
  FieldNotPositive: (r) => `${zhRow(r.row)}${zhField(r.field)}应大于零`,
  FieldOutOfRange: (r) => `${zhRow(r.row)}${zhField(r.field)}应在 ${bound(r.field, r.least)} 到 ${bound(r.field, r.most)} 之间`,
  LineFieldMissing: (r) => `请填写第 ${r.row} 行的${zhField(r.field)}`,
  TaxNumberWrong: (r) => r.expected_check === null ? `统一社会信用代码不对：「${r.found}」，应为 18 位` : `统一社会信用代码校验不符：「${r.found}」，末位应为 ${r.expected_check}`,
  AmountTooLarge: () => "金额太大，超出可记录的范围",
  PrefixWrong: (r) => `单号前缀只用字母，中间可以有短横，最多 ${r.most} 个字：「${r.found}」不行`,
  SerialUsed: (r) => `流水号只能往后调：${figure(r.least)} 以前的已经发出`,
  SharesNotWhole: (r) => `付款比例合计应为 100%，现在是 ${figure(r.found / 100)}%`,
  NotSignedIn: () => "请先选人登录",
  PasswordWrong: () => "密码不对，请再输一次",
  PersonInactive: (r) => `${r.name} 已停用，请管理员在「设置 → 人员」里启用`,
  RoleMissing: (r) => `需要${zhRoles(r.roles)}来做`,
  NameTaken: (r) => `「${r.name}」已经有了，请换一个名称`,
  LastAdmin: () => "至少要留一位在用的管理员",
  LadderUnfilled: (r) => `没有「${r.name}」，第 ${r.level} 级（${names.zh.role[r.role]}）就没有人可以审批了，请先把这个角色给别人`,
  WouldStick: (r) => `没有「${r.name}」，${r.numbers.join("、")}${r.numbers.length >= 5 ? " 等" : " "}就审不下去了，请先审完或撤回`,
  HeirMissing: () => "请选一位在用的人接手",
  CodeTaken: (r) => `编码「${r.found}」已经给了「${r.name}」，请换一个编码`,
  InUse: (r) => `「${r.name}」还用在${zhOrders(r.by)}里，不能删除`,
  GoneMeanwhile: (r) => `「${r.name}」已经不在了，放不回原处。它若也在回收站，请先恢复它`,
  NoLines: () => "还没有明细，请至少填一行",
  CustomerMissing: () => "请选客户",
  ContractMissing: () => "请填写合同编号和签订日期",
  ContractDisagrees: (r) => `与合同金额不一致：合同 ${amount(r.contract_fen)}，订单 ${amount(r.order_fen)}，差 ${amount(r.order_fen - r.contract_fen)}`,
  PromisedBeforeToday: (r) => `预计交付日期 ${dateText(r.promised_on)} 已过，请改到今天以后`,
  NoWayOfContact: () => "电话、微信、邮箱至少填一个，才联系得上",
  ReceivedInFuture: (r) => `时间还没到：${wallTime(r.at)}，请填已经发生的时间`,
  ReceivedAfterRegistration: (r) => `收到时间 ${wallTime(r.at)} 晚于登记时间 ${wallTime(r.registered)}，请核对`,
  NextContactPast: (r) => `下次联系日期 ${dateText(r.date)} 早于这次跟进，请改晚一些`,
  OnlyOwner: () => "只有跟进人、销售主管或销售助理可以",
  OpportunityClosed: (r) => `商机 ${r.number} 已结束，不能再改；输单的可以重新打开`,
  QuotationWaits: (r) => `报价 ${r.number} 正在等主管审批，请先撤回`,
  ContractStands: (r) => `这个商机有合同${r.number === "" ? "" : ` ${r.number}`}，请先作废合同`,
  ConfirmedInFuture: (r) => `确认日期 ${dateText(r.date)} 还没到，请填已发生的日期`,
  ConfirmationUnproved: () => "请附上签字页或确认邮件作为凭据",
  PaperMailed: (r) => `${r.number} 的这一份已在发件箱里，要再发请在那里点「再次发送」`,
  RevisionBegun: (r) => `V${r.revision} 正在写，请先写完那一版`,
  ReasonMissing: () => "请写明理由",
  WrongState: (r) => `「${zhState(r.state)}」的单据不能${zhAct(r.act)}`,
  OnlyAuthor: () => "只有制单人或负责人可以",
  ContentLocked: () => "审批中内容已锁定，请先撤回再改",
  NumberedNotDeletable: (r) => `${r.number} 已取号，不能删除，只能作废`,
  DeliveredTooMuch: (r) => `第 ${r.row} 行交付数量过多：订 ${figure(r.ordered_milli / 1000)}，合计已交 ${figure(r.delivered_milli / 1000)}`,
  DeliveryInFuture: (r) => `交付日期 ${dateText(r.date)} 还没到，请填已发生的日期`,
  DeliveryBeforeApproval: (r) => `交付日期 ${dateText(r.date)} 早于批准日期，请核对`,
  NothingToSend: () => "没有还要发的货：明细已全部交付，或都是服务",
  FourEyesAuthor: (r) => `${r.name} 是制单人或负责人，不能审批自己的单`,
  FourEyesTwice: (r) => `${r.name} 已审过本轮第 ${r.level} 级，不能再审`,
  TooFewPeople: (r) => `第 ${r.level} 级（${names.zh.role[r.role]}）没有可以审批的人，请在「设置 → 人员」里增加，或打开单人模式`,
  MustSignIn: () => "公司规定审批须本人登录，请决定人亲自登录",
  EvidenceMissing: () => "金额较大，代录必须附凭据（截图或文件）",
  EvidenceOrReasonMissing: () => "代录请附凭据，或写明理由",
  NotYourLevel: (r) => `这一级由${names.zh.role[r.role]}审批`,
  ContentChanged: () => "内容与提交审批时不同，请撤回后重新提交",
  GlyphMissing: (r) => `${zhField(r.field)}里的「${r.character}」字体里没有，确认函印不出来；请改字，或给客户填「打印名称」`,
  CompanyIncomplete: (r) => `公司的${zhField(r.field)}还没填，确认函上要印；请到「设置 → 公司」补上`,
  PlaceUnknown: (r) => r.place === "" ? `${zhField(r.field)}里有一个「{」没有写完` : `${zhField(r.field)}里不能放「${wording.zh.places[r.place] ?? r.place}」`,
  PlaceMissing: (r) => `${zhField(r.field)}一定要写明${r.places.map((place) => `「${wording.zh.places[place] ?? place}」`).join("或")}`,
  MailNotSet: () => "还没有设置发信邮箱，请到「设置 → 邮件」填写",
  AddressMissing: () => "联系人没有邮箱，请补上后再发",
  LetterNotMailable: (r) => `「${zhLetter(r.state)}」的信不能这样处理`,
  LetterInFlight: (r) => `信正在途中（${zhLetter(r.state)}），请等结果`,
  PasswordMissing: () => "还没有授权码，请到「设置 → 邮件」填写",
  BookMissing: (r) => `找不到账本：${r.path}。请确认它没有被移走，或打开别的账本`,
  BookLocked: (r) => `账本正被另一个窗口使用${r.path === "" ? "" : `：${r.path}`}。请先关掉那边`,
  BookNewer: (r) => `账本由更新的版本写成（第 ${r.found} 版，本程序识到第 ${r.known} 版），请升级程序`,
  BookOlder: (r) => `账本还是旧格式（第 ${r.found} 版，本程序用第 ${r.known} 版），旧版的程序正开着它。请关掉那边再打开：会先备份，再升级`,
  BookNotABook: (r) => `这不是成单的账本：${r.path}`,
  BookOnNetworkDrive: (r) => `账本在网络盘上：${r.path}。断网会损坏数据，请放在本机磁盘`,
  BookExists: (r) => `这里已经有账本：${r.path}。请换个文件夹，或直接打开它`,
  BackupPlaceMissing: (r) => `现在写不到备份位置 ${r.path}：请插好盘，或在「设置 → 备份」里换个位置`,
  NoBackup: () => "还没有备份，请先备份一次",
  DiskFull: () => "磁盘满了，没有写入；请腾出空间后再试，已有的数据都在",
  NoBook: () => "还没有账本",
  FileNotWorkbook: (r) => `「${r.name}」不是能读的工作簿，请用 .xlsx、.xls 或 .csv`,
  FileTooLarge: (r) => r.size === null ? `「${r.name}」太大，最多 ${r.most_mb} MB` : `「${r.name}」有 ${size(r.size)}，太大，最多 ${r.most_mb} MB`,
  FileEmpty: (r) => `「${r.name}」是空的，里面什么也没有`,
  FileUnreadable: (r) => `读不到「${r.name}」，它可能是文件夹，或已被移走`,
  FileAttached: (r) => `这个文件已在附件里：「${r.name}」`,
  ViewerMissing: () => "这台电脑没有能打开 PDF 的程序，所以打不了。请装一个（如 WPS、福昕、Adobe Reader），或先「另存」，再到别的电脑打印",
  AttachmentIsEvidence: (r) => `「${r.name}」是审批凭据，不能移除`,
  FileHostile: (r) => `「${r.name}」的结构不正常，为安全没有打开；请在 Excel 里另存后再试`,
  SheetMissing: (r) => `没有工作表「${r.sheet}」`,
  HeaderRowWrong: (r) => r.last === 0 ? `工作表「${r.sheet}」是空的，没有表头` : r.row < 1 || r.row > r.last ? `工作表「${r.sheet}」没有第 ${r.row} 行：表头应在第 1 行到第 ${r.last} 行之间` : `工作表「${r.sheet}」的第 ${r.row} 行是空的，不能作表头`,
  ColumnMissing: (r) => `工作表「${r.sheet}」里没有列「${r.column}」`,
  ImportHasErrors: (r) => `还有 ${r.count} 处要改，没有导入任何数据`,
  ImportUsedSince: (r) => `导入的数据后来用过，不能撤销：${r.what.join("、")}`,
  TokenUnknown: () => "选过的文件已失效，请重新选择",
  NoticeYearMissing: () => "没写是哪一年的放假通知，请连标题一起粘贴，或选年份",
  NoticeUnreadable: (r) => `这里读不懂：「${r.found}」，请粘贴国务院办公厅通知的原文`,
  NoticeCountWrong: (r) => `${r.holiday}写的是共 ${r.said} 天，日期却是 ${r.found} 天，请核对`,
  NoticeWeekdayWrong: (r) => `${dateText(r.date)} 是周${r.found}，通知里写的是周${r.said}，请核对年份和日期`,
  NoticeContradicts: (r) => `${dateText(r.date)} 又放假又上班，请核对`,
  NoticeWorksAnyway: (r) => `${dateText(r.date)} 本来就上班，不用调休，请核对日期`,
  LengthOfAnotherKind: (r) => `${r.rule} 的时限只能改长短，不能换算法（小时、工作日、日历日或截止时刻）`,
  MonthOutOfRange: (r) => `月份不对：${r.ym}`,
  RowNotFound: () => "找不到这条记录，可能已被删除",
  LetterDecidedSingly: () => "可能已经送到，请逐封问过客户再决定",
  ViewOfAnother: (r) => `这是${r.owner}的视图，请他来改，或另存一个自己的`,
  TableTooLong: (r) => `有 ${r.found} 行，一个工作表最多 ${r.most} 行，请先筛选`,
};

const en: Says = {
  ...enContracts,
  ...enQuotations,
  FieldMissing: (r) => `Please fill in the ${enField(r.field)}`,
  FieldTooLong: (r) => `The ${enField(r.field)} may have ${r.most} characters, now ${r.found}`,
  FieldHasControl: (r) => `The ${enField(r.field)} contains a line break or an invisible character; please remove it`,
  FieldNotEmail: (r) => `The ${enField(r.field)} is no e-mail address: “${r.found}”. Expected name@example.com`,
  FieldNotPhone: (r) => `The ${enField(r.field)} does not look like a phone number: “${r.found}”`,
  FieldNotPositive: (r) => `${enRow(r.row)}the ${enField(r.field)} must be above zero`,
  FieldOutOfRange: (r) => `${enRow(r.row)}the ${enField(r.field)} must lie between ${bound(r.field, r.least)} and ${bound(r.field, r.most)}`,
  LineFieldMissing: (r) => `Line ${r.row}: please fill in the ${enField(r.field)}`,
  TaxNumberWrong: (r) => r.expected_check === null ? `“${r.found}” is no tax number: 18 characters expected` : `The tax number “${r.found}” fails its check: the last character should be ${r.expected_check}`,
  AmountTooLarge: () => "The amount is too large to be kept",
  PrefixWrong: (r) => `A number prefix is letters, with dashes between them if wanted, at most ${r.most}: “${r.found}” is not`,
  SerialUsed: (r) => `The serial can only be raised: those below ${figure(r.least)} were given out`,
  SharesNotWhole: (r) => `The payment shares must make 100%, now ${figure(r.found / 100)}%`,
  NotSignedIn: () => "Please choose who is at the desk first",
  PasswordWrong: () => "Wrong password, please try again",
  PersonInactive: (r) => `${r.name} is inactive; an administrator can change that in Settings → People`,
  RoleMissing: (r) => `Needs: ${enRoles(r.roles)}`,
  NameTaken: (r) => `“${r.name}” exists already, please choose another name`,
  LastAdmin: () => "At least one active administrator must remain",
  LadderUnfilled: (r) => `Without “${r.name}” nobody is left for level ${r.level} (${names.en.role[r.role]}): give that role to somebody else first`,
  WouldStick: (r) => `Without “${r.name}” nobody could finish approving or reviewing ${enOrders(r.numbers)}: decide or withdraw first`,
  HeirMissing: () => "Please choose an active person who takes over",
  CodeTaken: (r) => `The code “${r.found}” belongs to “${r.name}”, please choose another one`,
  InUse: (r) => `“${r.name}” is used in ${enOrders(r.by)} and cannot be deleted`,
  GoneMeanwhile: (r) => `“${r.name}” is no longer there, so this cannot go back. If it is in the bin too, restore it first`,
  NoLines: () => "No lines yet: please fill in at least one",
  CustomerMissing: () => "Please choose the customer",
  ContractMissing: () => "Please fill in the contract number and its date",
  ContractDisagrees: (r) => `Does not agree with the contract: contract ${amount(r.contract_fen)}, order ${amount(r.order_fen)}, difference ${amount(r.order_fen - r.contract_fen)}`,
  PromisedBeforeToday: (r) => `The promised date ${dateText(r.promised_on)} has passed; choose today or later`,
  NoWayOfContact: () => "Fill in a phone number, WeChat or e-mail, so that they can be reached",
  ReceivedInFuture: (r) => `${wallTime(r.at)} is still to come: enter a time that is past`,
  ReceivedAfterRegistration: (r) => `Received at ${wallTime(r.at)}, after it was registered at ${wallTime(r.registered)}: please check`,
  NextContactPast: (r) => `The next contact on ${dateText(r.date)} is before this one: choose a later day`,
  OnlyOwner: () => "Only who follows the lead, the supervisor or the desk may do this",
  OpportunityClosed: (r) => `Deal ${r.number} is closed; one that is lost can be reopened`,
  QuotationWaits: (r) => `Quotation ${r.number} waits for the supervisor; withdraw it first`,
  ContractStands: (r) => `This deal has a contract${r.number === "" ? "" : `, ${r.number}`}; void it first`,
  ConfirmedInFuture: (r) => `${dateText(r.date)} is still to come: enter the day on which it was confirmed`,
  ConfirmationUnproved: () => "Attach the signed page or the mail as evidence",
  PaperMailed: (r) => `This very ${r.number} is in the outbox already; send it again from there`,
  RevisionBegun: (r) => `V${r.revision} is being written already; finish that one first`,
  ReasonMissing: () => "Please state the reason",
  WrongState: (r) => `Cannot ${enAct(r.act)} while ${enState(r.state)}`,
  OnlyAuthor: () => "Only the author or the account manager may do this",
  ContentLocked: () => "Locked while in approval: withdraw it first",
  NumberedNotDeletable: (r) => `${r.number} has its number and cannot be deleted, only voided`,
  DeliveredTooMuch: (r) => `Line ${r.row}: too much delivered; ordered ${figure(r.ordered_milli / 1000)}, delivered in all ${figure(r.delivered_milli / 1000)}`,
  DeliveryInFuture: (r) => `The delivery date ${dateText(r.date)} has not come yet`,
  DeliveryBeforeApproval: (r) => `The delivery date ${dateText(r.date)} lies before the approval`,
  NothingToSend: () => "Nothing is left to send: every line was delivered, or is a service",
  FourEyesAuthor: (r) => `${r.name} is author or account manager and cannot approve the own order`,
  FourEyesTwice: (r) => `${r.name} decided level ${r.level} of this round already`,
  TooFewPeople: (r) => `Nobody can decide level ${r.level} (${names.en.role[r.role]}): add somebody in Settings → People, or turn on single-person mode`,
  MustSignIn: () => "The company asks deciders to sign in themselves",
  EvidenceMissing: () => "At this amount a decision on behalf needs evidence (a screenshot or file)",
  EvidenceOrReasonMissing: () => "On behalf: attach evidence or state why there is none",
  NotYourLevel: (r) => `This level is decided by: ${names.en.role[r.role]}`,
  ContentChanged: () => "The content differs from what was submitted: withdraw and submit again",
  GlyphMissing: (r) => `The font lacks “${r.character}” in the ${enField(r.field)}, so the letter cannot be printed; change it or give the customer a print name`,
  CompanyIncomplete: (r) => `The company's ${enField(r.field)} is missing and stands on the letter: fill it in under Settings → Company`,
  PlaceUnknown: (r) => r.place === "" ? `A “{” in the ${enField(r.field)} is not closed` : `“${wording.en.places[r.place] ?? r.place}” cannot stand in the ${enField(r.field)}`,
  PlaceMissing: (r) => `The ${enField(r.field)} must name ${r.places.map((place) => `“${wording.en.places[place] ?? place}”`).join(" or ")}`,
  MailNotSet: () => "No mail account yet: fill it in under Settings → Mail",
  AddressMissing: () => "The contact has no e-mail address; add it first",
  LetterNotMailable: (r) => `Not possible for a letter that is ${enLetter(r.state)}`,
  LetterInFlight: (r) => `The letter is on its way (${enLetter(r.state)}); wait for the result`,
  PasswordMissing: () => "No mail password yet: fill it in under Settings → Mail",
  BookMissing: (r) => `The book is not there: ${r.path}. Check whether it was moved, or open another one`,
  BookLocked: (r) => `The book is in use by another window${r.path === "" ? "" : `: ${r.path}`}. Close that one first`,
  BookNewer: (r) => `The book was written by a newer version (format ${r.found}, this program knows ${r.known}): please update`,
  BookOlder: (r) => `The book is of an older format (${r.found}, this program writes ${r.known}) and an older program has it open. Close that one and open the book again: it is backed up, then brought up to date`,
  BookNotABook: (r) => `This is no Chengdan book: ${r.path}`,
  BookOnNetworkDrive: (r) => `The book lies on a network drive: ${r.path}. A lost connection would damage it; use a local disk`,
  BookExists: (r) => `There is a book already: ${r.path}. Choose another folder or open it`,
  BackupPlaceMissing: (r) => `Backups cannot be written to ${r.path} now: plug the drive in, or choose another place in Settings → Backup`,
  NoBackup: () => "There is no backup yet; make one first",
  DiskFull: () => "The disk is full, nothing was written. Free some space and try again; what was saved is safe",
  NoBook: () => "There is no book yet",
  FileNotWorkbook: (r) => `“${r.name}” is no readable workbook: use .xlsx, .xls or .csv`,
  FileTooLarge: (r) => r.size === null ? `“${r.name}” is too large, at most ${r.most_mb} MB` : `“${r.name}” has ${size(r.size)}; at most ${r.most_mb} MB`,
  FileEmpty: (r) => `“${r.name}” is empty`,
  FileUnreadable: (r) => `“${r.name}” cannot be read; it may be a folder or was moved away`,
  FileAttached: (r) => `This file is attached already: “${r.name}”`,
  ViewerMissing: () => "This computer has no program that opens PDFs, so nothing can be printed. Install one (for example Adobe Reader), or save the file and print it elsewhere",
  AttachmentIsEvidence: (r) => `“${r.name}” is evidence of a decision and cannot be removed`,
  FileHostile: (r) => `“${r.name}” has an abnormal structure and was not opened; save it anew in Excel and try again`,
  SheetMissing: (r) => `There is no sheet “${r.sheet}”`,
  HeaderRowWrong: (r) => r.last === 0 ? `Sheet “${r.sheet}” is empty and has no header` : r.row < 1 || r.row > r.last ? `Sheet “${r.sheet}” has no row ${r.row}: its header stands between row 1 and row ${r.last}` : `Row ${r.row} of sheet “${r.sheet}” is empty and cannot be its header`,
  ColumnMissing: (r) => `Sheet “${r.sheet}” has no column “${r.column}”`,
  ImportHasErrors: (r) => `${r.count} cells must be put right; nothing was imported`,
  ImportUsedSince: (r) => `What was imported has been used since and cannot be undone: ${r.what.join(", ")}`,
  TokenUnknown: () => "The chosen file is no longer valid, please choose it again",
  NoticeYearMissing: () => "The notice names no year: paste it with its title, or choose the year",
  NoticeUnreadable: (r) => `Cannot be read from here: “${r.found}”. Paste the notice of the State Council as it is`,
  NoticeCountWrong: (r) => `${r.holiday}: it says ${r.said} days, but the dates are ${r.found}. Please check`,
  NoticeWeekdayWrong: (r) => `${dateText(r.date)} is 周${r.found}, the notice says 周${r.said}. Please check year and date`,
  NoticeContradicts: (r) => `${dateText(r.date)} both rests and works. Please check`,
  NoticeWorksAnyway: (r) => `${dateText(r.date)} is worked anyway. Please check the date`,
  LengthOfAnotherKind: (r) => `${r.rule} can be made longer or shorter, but not be counted in another way`,
  MonthOutOfRange: (r) => `No such month: ${r.ym}`,
  RowNotFound: () => "This record is not there; perhaps it was deleted",
  LetterDecidedSingly: () => "It may have arrived; ask the customer and decide letter by letter",
  ViewOfAnother: (r) => `This view is ${r.owner}'s; ask them, or save one of your own`,
  TableTooLong: (r) => `${r.found} rows; a sheet holds at most ${r.most}. Filter first`,
};

/** The sentence for a refusal. */
export function refusalWords(language: Language, refusal: Refusal): string {
  const says = (language === "Zh" ? zh : en) as Record<Code, (refusal: never) => string>;
  const say = says[refusal.code];
  return say === undefined ? refusal.code : say(refusal as never);
}

/** The sentences of several refusals, one after the other. */
export function refusalsWords(language: Language, refusals: readonly Refusal[]): string {
  return sentences(language, refusals.map((one) => refusalWords(language, one)));
}
