//! The clauses that a new book begins with: plain and even-handed, to be replaced by the company's own. 甲方 is the buyer,
//! 乙方 the seller.

use super::ClauseKind;

/// A clause of the house, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct StandardClause {
    pub kind: ClauseKind,
    pub title: &'static str,
    pub title_en: &'static str,
    pub text_zh: &'static str,
    pub text_en: &'static str,
}

/// Every one of them, in the order in which a contract tells them.
pub const STANDARD: [StandardClause; 6] = [
    StandardClause {
        kind: ClauseKind::Rights,
        title: "双方的权利与义务",
        title_en: "Rights and duties",
        text_zh: "乙方按本合同约定的品名、规格、数量与期限交付，保证交付物为全新合格品，并随附必要的说明与合格文件。\n\
                  甲方按约定接收、验收并付款，提供交付所需的场地、资料与配合；因甲方原因推迟的，交付日期相应顺延。",
        text_en: "The seller delivers the goods as named, specified and counted in this contract and in time; they are new, free \
                  of defects and accompanied by the necessary documents.\n\
                  The buyer receives, accepts and pays as agreed and gives the access, information and help that delivery \
                  needs; delivery moves by any time the buyer causes to be lost.",
    },
    StandardClause {
        kind: ClauseKind::Rights,
        title: "验收与质量保证",
        title_en: "Acceptance and warranty",
        text_zh: "甲方收货后应当场清点数量与外观，并在到货后 7 日内完成验收；有异议的，应在此期限内书面说明。\n\
                  质量保证期自验收合格之日起 12 个月。保证期内因产品本身原因出现的故障，由乙方免费修理或更换；因使用不当、\
                  自行改动或不可抗力造成的除外。",
        text_en: "The buyer checks number and appearance on arrival and finishes acceptance within 7 days; objections are \
                  raised in writing within that time.\n\
                  The warranty runs for 12 months from acceptance. Faults of the product itself are repaired or the product is \
                  replaced free of charge; misuse, alterations and force majeure are excluded.",
    },
    StandardClause {
        kind: ClauseKind::Breach,
        title: "违约责任",
        title_en: "Breach",
        text_zh: "乙方逾期交付的，每逾期一日，按逾期部分价款的万分之五支付违约金；甲方逾期付款的，每逾期一日，按逾期金额的\
                  万分之五支付违约金。违约金总额均不超过对应价款的 10%。\n\
                  一方违约造成对方损失超过违约金的，应赔偿超过部分的直接损失。逾期超过 30 日的，守约方可书面通知解除未履行部分。",
        text_en: "For each day of late delivery the seller pays 0.05 % of the price of what is late; for each day of late payment \
                  the buyer pays 0.05 % of the amount overdue. Neither exceeds 10 % of the price concerned.\n\
                  Direct loss beyond that is made good by the party in breach. After 30 days of delay the other party may end \
                  the unperformed part by written notice.",
    },
    StandardClause {
        kind: ClauseKind::Secrecy,
        title: "保密",
        title_en: "Confidentiality",
        text_zh: "双方对因本合同知悉的对方商业与技术信息负有保密义务，仅用于履行本合同，未经对方书面同意不得向第三方披露；\
                  法律要求披露或已公开的信息除外。本条在合同终止后两年内继续有效。",
        text_en: "Each party keeps confidential what it learns of the other's business and technology through this contract, uses \
                  it only to perform the contract and discloses it to nobody without written consent, save what the law \
                  requires or what is public already. This clause outlives the contract by two years.",
    },
    StandardClause {
        kind: ClauseKind::Dispute,
        title: "争议解决",
        title_en: "Disputes",
        text_zh: "因本合同产生的争议，双方先行友好协商；协商不成的，任何一方可向被告住所地有管辖权的人民法院提起诉讼。\
                  争议期间，双方继续履行不受争议影响的部分。",
        text_en: "Disputes are first settled by talking. Failing that, either party may bring the matter before the competent \
                  court at the defendant's seat. What is not in dispute goes on being performed.",
    },
    StandardClause {
        kind: ClauseKind::Other,
        title: "不可抗力与其他",
        title_en: "Force majeure and other matters",
        text_zh: "因不能预见、不能避免且不能克服的情况不能履行的一方，应及时通知对方并提供证明，在其影响范围内免除责任。\n\
                  本合同自双方签字盖章之日起生效，一式两份，双方各执一份，具有同等效力。未尽事宜由双方签订补充协议，补充协议与本合同\
                  具有同等效力。",
        text_en: "Whoever is kept from performing by what could be neither foreseen, avoided nor overcome gives prompt notice \
                  with proof and is released as far as its effect reaches.\n\
                  This contract takes effect when both parties have signed and sealed it, in two copies of equal force, one for \
                  each. What it leaves open is agreed in a supplement of the same force.",
    },
];
