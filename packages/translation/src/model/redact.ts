import type { ContentLanguage } from '@guildhall/kernel'

/** What may be hidden before a text leaves the house, and the mark that stands in its place. */
export const hiddenKinds = ['name', 'phone', 'mail', 'account', 'number', 'amount', 'address', 'link'] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** A text without the marks of persons, and how often each kind was hidden. */
export type Redacted = Readonly<{ text: string; hidden: Readonly<Partial<Record<HiddenKind, number>>> }>

// Longer and surer patterns first: a mail holds an account, an identity number holds a phone.
const everywhere: readonly (readonly [HiddenKind, RegExp])[] = [
  ['link', /\b(?:https?:\/\/|www\.)\S+/giu],
  ['mail', /[A-Za-z\d._%+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/g],
  ['number', /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g],
  ['number', /(?<![\dA-Za-z])[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![\dA-Za-z])/g],
  ['number', /(?<![\dA-Za-z])[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,4})?(?![\dA-Za-z])/g],
  ['phone', /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g],
  ['phone', /(?<![\d.])\+\d{1,3}(?:[ ()/-]*\d){6,13}(?!\d)/g],
  ['phone', /(?<![\d.])\(?0\d{2,4}\)?[ /-]?\d(?:[ -]?\d){4,8}(?!\d)/g],
  ['account', /(?<=(?:微信|QQ|WeChat|WhatsApp|Telegram)(?:号|ID)?\s*[:：]?\s*)[A-Za-z\d][\w-]{4,}/gi],
  ['amount', /(?:[¥￥€$£]|(?:RMB|EUR|USD|CNY)\s)\s?\d[\d.,]*(?:\s*[-–~至]\s*\d[\d.,]*)?\s?(?:万|k\b)?/giu],
  ['amount', /\d[\d.,]*(?:\s*[-–~至]\s*\d[\d.,]*)?\s?(?:万元|千元|元|块钱|万块|美元|欧元|(?:Euro|euros?|EUR|RMB|USD|yuan|€)(?!\p{L}))/gu],
]

const byLanguage: Readonly<Record<ContentLanguage, readonly (readonly [HiddenKind, RegExp])[]>> = {
  zh: [
    ['address', /[\p{Script=Han}]{2,12}?(?:路|街|大道|巷|弄)\s*\d+\s*(?:号|弄)(?:\s*\d+\s*(?:栋|幢|室|楼|单元))*/gu],
    // A surname and how the shop floor calls its bearer: 王工, 李师傅, 张经理. 老 and 小 before it too.
    ['name', /(?<!\p{Script=Han}[的地得])[老小]?[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤](?:[\p{Script=Han}]{0,2}(?:师傅|经理|主任|厂长|总监|老师|先生|女士|同学|小姐|阿姨|老板)|[工总](?=[\s，。、；：,.;:说讲要]|$))/gu],
  ],
  en: [
    ['address', /\b\d{1,5}\s(?:\p{Lu}\p{L}+\s){1,3}(?:Street|Road|Avenue|Lane|Drive|St\.|Rd\.|Ave\.)/gu],
    ['name', /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?/gu],
  ],
  de: [
    ['address', /(?<!\p{L})\p{Lu}\p{L}*(?:straße|strasse|str\.|weg|platz|allee|gasse)\s\d{1,4}\s?[a-z]?(?!\p{L})/gu],
    ['name', /(?<!\p{L})(?:Herrn?|Frau|Dr\.|Prof\.)\s(?:Dr\.\s)?\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?/gu],
  ],
}

const shortestKnown = 2

/**
 * Hides what tells who is meant: names that the house knows (`known`: organisations, people), forms of address with a name, phones, mails, accounts, identity
 * and credit numbers, amounts of money, addresses, links. Rules find much and never all, so that whoever sends is shown the text first.
 * @example redact('找王经理，电话13812345678', 'zh').text // '找[name]，电话[phone]'
 */
export function redact(text: string, language: ContentLanguage, known: readonly string[] = []): Redacted {
  const hidden: Partial<Record<HiddenKind, number>> = {}
  const hide = (kind: HiddenKind) => () => {
    hidden[kind] = (hidden[kind] ?? 0) + 1
    return `[${kind}]`
  }
  let shown = text
  const names = [...new Set(known.map((name) => name.trim()).filter((name) => name.length >= shortestKnown))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  for (const name of names) shown = shown.replace(asWord(name), hide('name'))
  for (const [kind, pattern] of [...everywhere, ...byLanguage[language]]) shown = shown.replace(pattern, hide(kind))
  return { text: shown, hidden }
}

/** A name as it stands alone; among Han characters there are no spaces to tell. */
function asWord(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /\p{Script=Han}/u.test(name) ? new RegExp(literal, 'gu') : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu')
}
