/** What mail servers say, explained: what happened, why, and what to do. Used by the outbox and the mail doctor. */
import type { Language } from "../bridge";

/** One explanation. */
export interface Explained {
  title: string;
  why: string;
  todo: string[];
}

const zh = {
  wrong_password: {
    title: "对方服务器不认授权码，信没有寄出",
    why: "授权码可能已过期或被重置；邮箱的登录密码在这里不能用。",
    todo: ["到邮箱网页里重新生成授权码", "填到「设置 → 邮件」，保存并检查", "检查通过后，停着的信会自动寄出"],
  },
  basic_auth_off: {
    title: "这个租户关掉了用密码寄信",
    why: "Microsoft 365 默认停用基本认证，只凭账号密码寄不了信。",
    todo: ["请管理员为这个邮箱打开 SMTP AUTH", "或改用公司别的邮箱寄信"],
  },
  mailbox_unknown: {
    title: "客户的邮箱不存在",
    why: "对方服务器说没有这个收件人，多半是地址写错，或人已离职。",
    todo: ["问客户要对的邮箱，改在客户卡片上", "再次发送"],
  },
  mailbox_full: {
    title: "客户的邮箱满了",
    why: "对方收不下新的信，清理以后才能收。",
    todo: ["请客户清理邮箱，或换一个邮箱", "再次发送"],
  },
  too_large: {
    title: "信太大，对方不收",
    why: "附件超过了对方服务器允许的大小。",
    todo: ["另存附件，用微信或网盘给客户", "记「已另行送达」"],
  },
  spam: {
    title: "被当成垃圾邮件退回",
    why: "对方服务器认为这封信可疑，常见于新邮箱、短时间寄得太多，或发件域名没有 SPF 记录。",
    todo: ["请客户把发件地址加进白名单", "过一会儿再次发送", "请管理员检查域名的 SPF 和 DKIM"],
  },
  try_later: {
    title: "寄得太快，服务器让等一等",
    why: "这段时间寄的信超过了邮箱的限额。",
    todo: ["等一会儿，程序会自己再试", "在「设置 → 邮件」把每分钟封数调小"],
  },
  sender_refused: {
    title: "服务器不许用这个地址寄信",
    why: "发件地址和登录账号不一致，或没有这个地址的权限。",
    todo: ["在「设置 → 邮件」把邮箱地址改成登录的账号"],
  },
  timeout: {
    title: "连服务器超时",
    why: "网络不通，或端口被防火墙挡住；25 端口在多数网络里都不通。",
    todo: ["看看网络是否正常", "在「设置 → 邮件」用 465（TLS）或 587（STARTTLS）"],
  },
  connection_refused: {
    title: "连不上邮件服务器",
    why: "电脑没有联网，或服务器拒绝了连接。",
    todo: ["看看网络是否正常", "核对「设置 → 邮件」里的服务器和端口"],
  },
  host_unknown: {
    title: "找不到这台邮件服务器",
    why: "服务器的名字写错了，或电脑没有联网。",
    todo: ["核对「设置 → 邮件」里的服务器名"],
  },
  tls_untrusted: {
    title: "加密没有谈成",
    why: "服务器的证书不被信任、名字不符或已过期，也可能端口和加密方式不配。",
    todo: ["465 配 TLS，587 配 STARTTLS", "公司自己的服务器，把根证书贴到「设置 → 邮件」"],
  },
  mail_not_set: {
    title: "还没有设置寄信的邮箱",
    why: "没有邮箱，信都停在这里，不会丢。",
    todo: ["到「设置 → 邮件」选邮箱类型，填账号和授权码"],
  },
  password_missing: {
    title: "还没有填授权码",
    why: "邮箱已经选好，但系统钥匙串里没有它的授权码。",
    todo: ["到「设置 → 邮件」填授权码，保存并检查"],
  },
  connection_lost: {
    title: "连接中途断了",
    why: "网络不稳，或服务器主动断开。信还没有交出，所以不会重复。",
    todo: ["看看网络是否正常", "程序会自己再试，也可以现在重试"],
  },
  tls_wrong_name: {
    title: "服务器的证书写的是别的名字",
    why: "填的服务器名和证书上的不一样，程序不冒险把密码交出去。",
    todo: ["按邮箱服务商给的名字填服务器", "公司自己的服务器，请管理员换一张对的证书"],
  },
  tls_expected: {
    title: "端口和加密方式不配",
    why: "这个端口上的服务器不是从一开始就加密的。",
    todo: ["465 配 TLS，587 配 STARTTLS"],
  },
  starttls_missing: {
    title: "服务器不肯加密",
    why: "它没有提供 STARTTLS，程序不会明文交出密码。",
    todo: ["改用 465 端口和 TLS", "请管理员打开服务器的加密"],
  },
  login_unsupported: {
    title: "服务器不支持这种登录",
    why: "它只接受程序没有的登录方式（例如网页授权）。",
    todo: ["在邮箱网页里打开 SMTP 和授权码登录", "或改用公司别的邮箱寄信"],
  },
  server_refused: {
    title: "服务器没有收下这封信",
    why: "下面是服务器自己的话，可以转给懂邮件的同事看。",
    todo: ["看通信记录", "核对收件邮箱后再次发送"],
  },
  answers_injected: {
    title: "连接被人动过手脚，信没有寄出",
    why: "加密开始之前，路上有人塞进了冒充服务器的回答；程序没有登录，也没有交出信。",
    todo: ["换一个网络再试", "在「设置 → 邮件」改用 465 端口和 TLS", "告诉管理员"],
  },
  found_handed: {
    title: "不能确定客户是否收到",
    why: "信正交给服务器时，程序或电脑被关掉了，没有等到回执。可能已寄到，也可能没有；程序不会自己再寄。",
    todo: ["问客户收到没有", "收到了就记下，没收到再寄一次"],
  },
  mime_broken: {
    title: "账本里这封信的文件坏了或不见了",
    why: "寄出的信必须与定稿逐字节相同，所以没有寄。",
    todo: ["在「设置 → 账本」核对账本，从备份找回文件", "或再次发送，程序会重新做一封"],
  },
  inbox_unwritable: {
    title: "演示收件箱写不进去",
    why: "磁盘满了，或账本旁边的「演示收件箱」文件夹不许写。信还在，没有丢。",
    todo: ["腾出空间，或检查文件夹的权限", "程序会自己再试"],
  },
};

/** Every explanation has a stable name, which the core says. */
export type MailTrouble = keyof typeof zh;

const en: Record<MailTrouble, Explained> = {
  wrong_password: {
    title: "The server does not accept the app password; nothing was sent",
    why: "It may have expired or been reset. The password for the web page does not work here.",
    todo: ["Create a new app password on the mail web page", "Enter it under Settings → Mail, save and check", "Waiting letters go out by themselves after that"],
  },
  basic_auth_off: {
    title: "This tenant has switched off sending by password",
    why: "Microsoft 365 disables basic authentication by default.",
    todo: ["Ask the administrator to enable SMTP AUTH for this mailbox", "Or send from another company mailbox"],
  },
  mailbox_unknown: {
    title: "The customer's mailbox does not exist",
    why: "The server knows no such recipient: a typing error, or the person has left.",
    todo: ["Ask for the right address and change the customer's card", "Send again"],
  },
  mailbox_full: {
    title: "The customer's mailbox is full",
    why: "It cannot take new letters until it is cleared.",
    todo: ["Ask the customer to clear it or to name another", "Send again"],
  },
  too_large: {
    title: "The letter is too large for the other side",
    why: "The attachment exceeds what the server allows.",
    todo: ["Save the attachment and hand it over otherwise", "Record “Given otherwise”"],
  },
  spam: {
    title: "Returned as spam",
    why: "The server found the letter suspicious: a new mailbox, too many letters at once, or a domain without SPF.",
    todo: ["Ask the customer to allow the sender", "Send again later", "Have SPF and DKIM of the domain checked"],
  },
  try_later: {
    title: "Too fast; the server asks to wait",
    why: "More letters than the mailbox may send in this time.",
    todo: ["Wait: the program tries again by itself", "Lower the letters per minute under Settings → Mail"],
  },
  sender_refused: {
    title: "The server does not allow this sender",
    why: "The sender's address differs from the account that signs in.",
    todo: ["Use the account's own address under Settings → Mail"],
  },
  timeout: {
    title: "The server did not answer in time",
    why: "No network, or a firewall blocks the port; port 25 is blocked almost everywhere.",
    todo: ["Check the network", "Use 465 (TLS) or 587 (STARTTLS) under Settings → Mail"],
  },
  connection_refused: {
    title: "The mail server cannot be reached",
    why: "This computer is offline, or the server refused the connection.",
    todo: ["Check the network", "Check server and port under Settings → Mail"],
  },
  host_unknown: {
    title: "There is no such mail server",
    why: "The name is misspelt, or this computer is offline.",
    todo: ["Check the server's name under Settings → Mail"],
  },
  tls_untrusted: {
    title: "No encryption could be agreed on",
    why: "The certificate is not trusted, has another name or has expired; or port and security do not match.",
    todo: ["465 goes with TLS, 587 with STARTTLS", "For the company's own server, paste its root certificate under Settings → Mail"],
  },
  mail_not_set: {
    title: "No mailbox is set up for sending",
    why: "Letters wait here; none is lost.",
    todo: ["Choose a provider under Settings → Mail and enter account and app password"],
  },
  password_missing: {
    title: "The app password is missing",
    why: "The mailbox is chosen, but the keychain has no password for it.",
    todo: ["Enter it under Settings → Mail, save and check"],
  },
  connection_lost: {
    title: "The connection broke",
    why: "The network is unsteady or the server hung up. The letter had not been handed over, so nothing arrives twice.",
    todo: ["Check the network", "The program tries again by itself; you can also try now"],
  },
  tls_wrong_name: {
    title: "The server's certificate bears another name",
    why: "The server entered is not the one in the certificate; the password is not handed over.",
    todo: ["Enter the server as the provider names it", "For the company's own server, have the certificate corrected"],
  },
  tls_expected: {
    title: "Port and security do not match",
    why: "The server on this port does not encrypt from the start.",
    todo: ["465 goes with TLS, 587 with STARTTLS"],
  },
  starttls_missing: {
    title: "The server does not encrypt",
    why: "It offers no STARTTLS; a password is never sent in the open.",
    todo: ["Use port 465 with TLS", "Ask the administrator to switch encryption on"],
  },
  login_unsupported: {
    title: "The server has no way to sign in that we know",
    why: "It accepts only ways the program does not have, such as a web sign-in.",
    todo: ["Enable SMTP with an app password on the mail web page", "Or send from another company mailbox"],
  },
  server_refused: {
    title: "The server did not take this letter",
    why: "Below are the server's own words, for somebody who knows mail.",
    todo: ["See the conversation", "Check the address and send again"],
  },
  answers_injected: {
    title: "Somebody tampered with the connection; nothing was sent",
    why: "Before the encryption began, answers were slipped in that pretend to be the server's. The program neither signed in nor handed over the letter.",
    todo: ["Try from another network", "Use port 465 with TLS under Settings → Mail", "Tell your administrator"],
  },
  found_handed: {
    title: "Nobody knows whether the customer has it",
    why: "The program or the computer was closed while the letter was being handed over. It may have arrived; it is not sent again by itself.",
    todo: ["Ask the customer", "Record that it arrived, or send it once more"],
  },
  mime_broken: {
    title: "The book's file of this letter is damaged or gone",
    why: "What is sent must equal what was frozen byte for byte, so it was not sent.",
    todo: ["Verify the book under Settings → Book and fetch the file from a backup", "Or send again: the letter is made anew"],
  },
  inbox_unwritable: {
    title: "The sample inbox cannot be written",
    why: "The disk is full, or the folder beside the book may not be written. The letter is kept.",
    todo: ["Make room, or check the folder's permissions", "The program tries again by itself"],
  },
};

/** The explanation of a stable name; a name without words is explained as the server's refusal. */
export function explainMail(language: Language, name: string): Explained {
  const table: Record<MailTrouble, Explained> = language === "Zh" ? zh : en;
  return name in table ? table[name as MailTrouble] : table.server_refused;
}
