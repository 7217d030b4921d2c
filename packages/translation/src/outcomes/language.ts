import type { ContentLanguage } from '@guildhall/kernel'

const german =
  /\b(?:und|der|die|das|den|dem|ein|eine|einen|einer|mit|für|von|im|zu|zur|zum|wir|sie|ist|sind|auf|bei|nach|oder|nicht|auch|als|aus|über|unter|sowie|werden|kann|können|suchen|Kenntnisse|Erfahrung|Umgang)\b/gi
const english =
  /\b(?:the|and|of|to|in|for|with|a|an|is|are|on|or|you|we|be|will|at|by|as|from|your|our|must|able|not|no|experience|skills|knowledge|work|using|when|have)\b/gi

/** The language of a text: more than 15 % Han letters is Chinese; else umlauts and small words decide between German and English. */
export function findLanguage(text: string): ContentLanguage {
  const sample = text.slice(0, 4000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  if (letters === 0 || han / letters > 0.15) return 'zh'
  const de =
    (sample.match(german)?.length ?? 0) +
    2 * (sample.match(/[äöüß]/gi)?.length ?? 0) +
    (sample.match(/(?:ung|keit|heit|ieren)(?:en)?\b/gi)?.length ?? 0)
  const en = (sample.match(english)?.length ?? 0) + (sample.match(/(?:ing|tion|ed)\b/gi)?.length ?? 0) * 0.5
  return de > en ? 'de' : 'en'
}
