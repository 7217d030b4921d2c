import type { ContentLanguage } from '@guildhall/kernel'
import type { Span } from '../types.ts'

export const discriminationGrounds = ['age', 'sex', 'family', 'origin', 'looks', 'health'] as const
export type DiscriminationGround = (typeof discriminationGrounds)[number]
export type DiscriminationFinding = Span & Readonly<{ ground: DiscriminationGround }>

type Rules = Readonly<Partial<Record<DiscriminationGround, readonly RegExp[]>>>

// Each pattern needs a word that asks: 男 or "male" alone is also a shoe, a ward, a plug. Of ages only upper bounds and ranges: adults alone may be asked for by law.
const rules: Readonly<Record<ContentLanguage, Rules>> = {
  zh: {
    age: [/(?:年龄[:：]?\s*(?:要求|在|限)?\s*)?(?<!\d)[1-6]\d\s*(?:周?岁)?\s*(?:[-–—~～至到]{1,2})\s*[1-7]\d\s*周?岁(?:之间|以[下内])?/g, /(?:年龄[:：]?\s*(?:要求|在|限)?\s*)?(?:(?:不超过|不大于|小于|低于)\s*[2-7]\d\s*周?岁|(?<!\d)[2-7]\d\s*周?岁\s*(?:及|或)?以[下内])/g],
    sex: [/(?:仅限|只限|限|只招|仅招|只要)(?:男|女)(?:性|士|生|工)?(?![款装鞋式])/g, /性别\s*(?:要求)?\s*[:：]?\s*(?:为|限)?(?:男|女)性?(?![\s]*不限)(?![/、女男])/g, /(?:男|女)(?:性|士|生|工)优先/g],
    family: [/已婚已育|未婚未育|(?:已婚|未婚|已育|未育)(?:者)?优先|(?:仅限|只招|限|须|需)(?:已婚|未婚|已育)|(?:三|3|两|2)年内(?:不|无)(?:生育|怀孕)(?:计划)?/g],
    origin: [/(?:本地|本市|本省|当地|[\p{Script=Han}]{2,3}(?:省|市))(?:户口|户籍|籍)(?:者)?(?:优先|人员优先)?|(?:仅限|只招|限|不招)(?:本地|外地|当地)(?:人|户口|户籍)?|本地人优先/gu],
    looks: [/(?:形象|相貌|外貌|气质|颜值|五官)(?:气质|形象)?(?:佳|好|良好|出众|端正|较好|高)(?:者优先)?|五官端正|身高\s*(?:要求)?\s*(?:在|不低于)?\s*1(?:\.[4-9]\d?|[4-9]\d)\s*(?:米|m|cm|厘米)?(?:以上|及以上)/gi],
    health: [/(?:乙肝|两对半)(?:[\p{Script=Han}]{0,4})(?:阴性|者勿|勿扰|除外)|无(?:乙肝|残疾|纹身)/gu],
  },
  en: {
    age: [/\b(?:under|below|younger than|not older than|no older than|up to the age of)\s+(?:the age of\s+)?[2-6]\d\b(?!\s*(?:minutes|seconds|hours|days|kg|mm|cm|m\b|%|percent|°|v\b|bar|db|years? of experience|years?['’]? experience|people|employees|units|parts|pieces|€|\$))/gi, /\b(?:aged?|age:?)\s+(?:between\s+)?[1-6]\d\s*(?:-|–|to|and)\s*[2-7]\d\b/gi, /\byoung(?:,?\s+and)?\s+(?:dynamic\s+)?(?:team seeks|people only|candidates? (?:only|preferred))/gi],
    sex: [/\b(?:fe)?males?\s+(?:only|preferred|candidates?(?:\s+(?:only|preferred))?|applicants?(?:\s+(?:only|preferred))?)\b/gi, /\b(?:only|preferably)\s+(?:fe)?males?\b(?!\s+(?:thread|connector|plug|part))|\b(?:men|women)\s+(?:only|preferred)\b/gi],
    family: [/\b(?:un)?married\s+(?:only|preferred|candidates?|applicants?)\b|\bsingle\s+(?:candidates?|applicants?)\s+(?:only|preferred)\b|\bwithout children\b/gi],
    origin: [/\b(?:native|local)s?\s+(?:only|residents? (?:only|preferred))\b/gi],
    looks: [/\b(?:good|attractive|pleasant|well-groomed)\s+(?:looks|appearance)\b|\bgood-looking\b/gi],
    health: [/\bno\s+(?:disabilit(?:y|ies)|tattoos)\b/gi],
  },
  de: {
    age: [/\b(?:nicht\s+älter\s+als|höchstens|maximal|max\.|unter|bis(?:\s+zu)?)\s+[2-6]\d\s+Jahren?(?:\s+alt)?\b(?!\s*(?:Erfahrung|Berufs|Garantie))/gi, /\b(?:zwischen\s+)?[1-6]\d\s*(?:-|–|bis|und)\s*[2-7]\d\s+Jahren?\s+alt\b/gi, /\bim\s+Alter\s+(?:von|zwischen)\s+[1-6]\d\s*(?:-|–|bis|und)\s*[2-7]\d\b/gi, /\bjunges\s+(?:und\s+\p{L}+\s+)?Team\s+sucht\b/giu],
    sex: [/\b(?:nur|ausschließlich|bevorzugt)\s+(?:männlich|weiblich|Männer|Frauen)(?:e|er|en)?(?!\p{L})(?:\s+(?:Bewerber(?:innen)?|Kandidaten|Kandidatinnen))?/giu, /\b(?:männliche|weibliche)r?\s+(?:Bewerber(?:innen)?|Kandidat(?:en|innen|in)?|Mitarbeiter(?:innen|in)?|Verstärkung)(?!\p{L})/giu, /\b(?:Geschlecht\s*:\s*)(?:männlich|weiblich)(?!\s*[/,]|\p{L})/giu],
    family: [/\b(?:nur|bevorzugt)\s+(?:ledig|verheiratet)(?:e|er|en)?(?!\p{L})|\b(?:ohne\s+Kinder|kinderlos)(?!\p{L})/giu],
    origin: [/\b(?:nur|ausschließlich|bevorzugt)\s+(?:Einheimische|Deutsche|Muttersprachler)(?!\p{L})/giu],
    looks: [/\b(?:attraktives|ansprechendes|gutes)\s+(?:Aussehen|Äußeres)(?!\p{L})/giu],
    health: [/\bkeine\s+(?:Behinderung|Tattoos|Tätowierungen)(?!\p{L})/giu],
  },
}

/**
 * Words of an advert that ask for age, sex, family, origin, looks or health: findings for a person to look at, never competences and never a verdict of law.
 * Few and sure patterns: what they miss is said nowhere, what they mark a reader can see. Offsets are UTF-16 units of the text, in order, without overlap.
 * @example findDiscrimination('限男性，18-35岁', 'zh') // [{ start: 0, end: 3, ground: 'sex' }, { start: 4, end: 10, ground: 'age' }]
 */
export function findDiscrimination(text: string, language: ContentLanguage): DiscriminationFinding[] {
  const found = discriminationGrounds.flatMap((ground) =>
    (rules[language][ground] ?? []).flatMap((rule) => [...text.matchAll(rule)].map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length, ground }))),
  )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = 0
  return found.filter(({ start, end }) => {
    if (start < last || end <= start) return false
    last = end
    return true
  })
}
