import type { Open } from './frame.ts'
import { trimObject } from './object.ts'
import { findVerbAt } from './verb-at.ts'

type Shape = Readonly<{ words: RegExp; says: string }>

// What people complain of, each with the thing (thing) and what is done badly with it (work). `says` is for the reader of this table.
const shapes: readonly Shape[] = [
  { words: /^(?:连)?(?<thing>[^，]{1,12}?)(?<work>\p{Script=Han})(?:都|也)\k<work>不/u, says: '扳手拿都拿不稳' },
  { words: /^(?:连|就连)?(?<thing>[^，]{1,12}?)(?:都|也)(?:能|会|要|给)(?:我)?(?<work>\p{Script=Han}{1,2})(?:反|错|歪|漏|坏|混)(?:了|掉)?$/u, says: '正负极都能接反' },
  { words: /^(?:连|就连)(?<thing>[^，]{1,12}?)(?:都|也)(?<work>\p{Script=Han}{1,2})(?:反|错|歪|漏|混)(?:了|掉)?$/u, says: '连正负极都接反' },
  { words: /^(?:光|把)?(?<thing>[^，]{2,12}?)(?<work>\p{Script=Han}{1,2})(?:反|错|歪|漏|混)了?的(?:就)?(?:有|占|不止|超过|一大|好几)/u, says: '零线火线接反的就有三个' },
]

/** What a complaint says by the verb for doing it right; undefined where nothing of the kind is said. */
export const findLack = (words: string): { thing: string; work: string; at: number } | undefined => {
  for (const { words: shape } of shapes) {
    const found = shape.exec(words)?.groups
    if (found?.thing && found.work) return { thing: found.thing, work: found.work, at: words.indexOf(found.thing) }
  }
  return undefined
}

/**
 * Reads what people cannot do, told by what went wrong: 正负极都能接反 asks for connecting.
 * @example readLack of 正负极都能接反 gives 接 with 正负极
 */
export function readLack(open: Open, at: number): boolean {
  const { text, end, lexicon, frame } = open
  const found = findLack(text.slice(at, end))
  if (!found) return false
  const from = at + found.at
  const heart = text.indexOf(found.work, from + found.thing.length)
  const known = findVerbAt(text, heart, heart + found.work.length, lexicon)
  const verb = known?.end === heart + found.work.length ? known.verb : (lexicon.verbAt(found.work, 0)?.verb ?? lexicon.verb('do'))
  const object = trimObject(text, from, from + found.thing.length, false)
  if (!verb || !object) return false
  frame.verb = { verb, form: found.work, start: heart, end: heart + found.work.length, sure: known !== undefined }
  frame.object = object
  frame.lacking = true
  return true
}
