import type { ContentLanguage } from '@guildhall/kernel'

/**
 * A light stem: enough to bring *maintains*, *maintaining* and *maintained* together, not enough to bring *organ* and *organise* together.
 * @example stem('organizing', 'en') // 'organis'
 */
export function stem(word: string, language: ContentLanguage): string {
  if (language === 'en') return stemEnglish(word)
  if (language === 'de') return stemGerman(word)
  return word
}

const vowel = /[aeiouy]/
const doubled = /([bdfgmnprt])\1$/

function stemEnglish(word: string): string {
  if (word.length <= 3 || !/^[a-z']+$/.test(word)) return word
  let w = word.replace(/'s?$/, '')
  if (w.endsWith('sses')) w = w.slice(0, -2)
  else if (w.endsWith('ies')) w = w.length > 4 ? `${w.slice(0, -3)}y` : w.slice(0, -1)
  else if (/(ss|us|is)$/.test(w)) w = w.replace(/([a-z]{3})lysis$/, '$1lys')
  else if (w.endsWith('s')) w = w.slice(0, -1)
  if (w.endsWith('ing') && w.length > 5 && vowel.test(w.slice(0, -3))) w = undouble(w.slice(0, -3))
  else if (w.endsWith('ed') && w.length > 4 && vowel.test(w.slice(0, -2))) w = undouble(w.slice(0, -2))
  // ESCO writes British English, adverts mostly American: organize, analyze, color, program.
  w = w
    .replace(/iz$/, 'is')
    .replace(/yz$/, 'ys')
    .replace(/iz(e|ation)$/, 'is$1')
    .replace(/yze$/, 'yse')
  w = w
    .replace(/our$/, 'or')
    .replace(/programme?$/, 'program')
    .replace(/ise?ation$/, 'is')
  if (w.length > 4 && w.endsWith('e')) w = w.slice(0, -1)
  if (w.length > 3 && w.endsWith('y')) w = `${w.slice(0, -1)}i`
  return w
}

const undouble = (w: string) => (doubled.test(w) ? w.slice(0, -1) : w)

function stemGerman(word: string): string {
  let w = word.replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u').replace(/ß/g, 'ss')
  if (w.length <= 4) return w
  // Wartung and warten, Beratungen and beraten.
  const act = w.replace(/ung(?:en|s)?$/, '')
  if (act !== w && act.length >= 4) return act
  if (w.length > 5) w = w.replace(/(innen|in)$/, '')
  const bare = w.length > 6 ? w.replace(/(ern|em|en|er|es)$/, '') : w.replace(/(en|es)$/, '')
  if (bare !== w) return bare
  return w.length > 3 ? w.replace(/[esn]$/, '') : w
}

const stopEnglish =
  'a an and are as at be been being but by can could did do does for from had has have having he her his how i if in into is it its may might must my no nor not of on or our ours shall she should so such than that the their them then there these they this those to too us was we were what when where which while who whom why will with would you your yours etc also within across about all any each more most other some very via per including include includes'
const stopGerman =
  'aber alle als also am an auch auf aus bei beim bis da dann das dass dein dem den der des die dies diese dieser dieses doch du durch ein eine einem einen einer eines er es für haben hat hier ich ihm ihn ihr ihre im in ist ja kann kein keine man mein mit nach nicht noch nur ob oder ohne sehr sein seine sich sie sind so soll über um und uns unser unter vom von vor war was weil wenn wer wie wir wird wo zu zum zur'
const stops: Readonly<Record<ContentLanguage, ReadonlySet<string>>> = {
  en: new Set(stopEnglish.split(' ')),
  de: new Set(stopGerman.split(' ')),
  zh: new Set('的 了 和 与 及 等 在 对 把 被 是'.split(' ')),
}

/** Words that carry no meaning of their own. */
export const isStopWord = (word: string, language: ContentLanguage): boolean => stops[language].has(word)
