import type { Open } from './frame.ts'
import { trimObject } from './object.ts'
import { findVerbAt, guessVerbAt } from './verb-at.ts'

type Shape = Readonly<{ words: RegExp; says: string }>

// What people complain of, each with the thing (thing) and what is done badly with it (work). `says` is for the reader of this table.
const shapes: readonly Shape[] = [
  { words: /^(?:连)?(?<thing>[^，]{1,12}?)(?<work>\p{Script=Han})(?:都|也)\k<work>不/u, says: '扳手拿都拿不稳' },
  { words: /^(?:连|就连)?(?<thing>[^，]{1,12}?)(?:都|也)(?:能|会|要|给)(?:我)?(?<work>\p{Script=Han}{1,2})(?:反|错|歪|漏|坏|混)(?:了|掉)?$/u, says: '正负极都能接反' },
  { words: /^(?:连)?(?<thing>[^，]{2,8}?)(?<work>\p{Script=Han})(?:都|也)[不没]\k<work>$/u, says: '手套戴都不戴' },
  { words: /^(?!.*[要得会能把将别莫不没])(?<thing>\p{Script=Han}{2,8}?)(?<work>[装接插贴打放焊绕套标填写记]|安装|连接|接线)(?:反|错|歪)$/u, says: '油封方向装反' },
  { words: /^(?:连|就连)(?<thing>[^，]{1,12}?)(?:都|也)(?<work>\p{Script=Han}{1,2})(?:反|错|歪|漏|混)(?:了|掉)?$/u, says: '连正负极都接反' },
  { words: /^(?:光|把)?(?<thing>[^，]{2,12}?)(?<work>\p{Script=Han}{1,2})(?:反|错|歪|漏|混)了?的(?:就|都)?(?:有|占|不止|超过|一大|好几|不在少数|不少|多的是|一堆|比比皆是|[\d一二两三四五六七八九十]+[个例件台处])/u, says: '零线火线接反的就有三个' },
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
  if (readHowTo(open, at) || readAsked(open, at) || readKnowsHow(open, at)) return true
  const found = findLack(text.slice(at, end))
  if (!found) return false
  const from = at + found.at
  let { thing, work } = found
  const whole = lexicon.verbAt(work, 0)
  // 螺纹孔攻歪: two letters that are no verb together are a letter of the thing and one that is.
  if (work.length === 2 && whole?.length !== 2) [thing, work] = [thing + work[0]!, work[1]!]
  const heart = text.indexOf(work, from + thing.length)
  const known = findVerbAt(text, heart, heart + work.length, lexicon)
  const verb = known?.end === heart + work.length ? known.verb : (lexicon.verbAt(work, 0)?.verb ?? lexicon.verb('do'))
  const object = trimObject(text, from, from + thing.length, false)
  if (!verb || !object) return false
  frame.verb = { verb, form: work, start: heart, end: heart + work.length, sure: known !== undefined }
  frame.object = object
  frame.lacking = true
  return true
}

const asked = /^(?:一)?问(?:他们?|她们?|起)(?<what>[^，]{3,})$/
const question = /什么|啥|怎么|如何|咋|哪|谁|几|多少|多[大长]|为何|是不是|区别/

// 问他电流该开多大: what was asked is what one is to know.
function readAsked({ text, end, lexicon, frame }: Open, at: number): boolean {
  const what = asked.exec(text.slice(at, end))?.groups?.what
  const verb = lexicon.verb('explain')
  if (!what || !verb || at !== frame.start || !question.test(what)) return false
  frame.verb = { verb, form: '说明', start: at, end: at + 1, sure: true }
  frame.object = { start: end - what.length, end }
  frame.lacking = true
  return true
}

const knowsHow = /(?:知道|晓得|懂得?|明白|清楚|会)(?:该)?(?:怎么样?|如何|咋)(?:去|来|个)?(?=\p{Script=Han}{2})/u

// 掉人了知道怎么拉回来: to know how to do it is to do it.
function readKnowsHow(open: Open, at: number): boolean {
  const { text, end, lexicon, frame } = open
  const lead = knowsHow.exec(text.slice(frame.start, end))
  if (!lead || /不$/.test(text.slice(frame.start, frame.start + lead.index))) return false
  const heart = frame.start + lead.index + lead[0].length
  if (heart < at || heart >= end) return false
  // 知道怎么给客户退款: to whom stands before the verb.
  const toWhom = /^[给跟和与向替帮]/.test(text.slice(heart, end)) ? [2, 3, 4, 5, 6].map((far) => findVerbAt(text, heart + far, end, lexicon, false)).find((one) => one) : undefined
  const verb = toWhom ?? findVerbAt(text, heart, end, lexicon) ?? guessVerbAt(text, heart, end, lexicon, true)
  if (!verb) return false
  const thing = trimObject(text, verb.end, end)
  if (thing) frame.object = thing
  delete frame.knowing
  frame.verb = { verb: verb.verb, form: verb.form, start: verb.start, end: verb.end, sure: verb.form.length > 1 && verb.verb.id !== 'do' }
  return true
}

const howTo = /^(?<when>[^，]{0,12}?)(?:[就都也还]|根本|完全)*不(?:知道|晓得|懂)该?(?:怎么|如何|咋)(?:去|来|个)?(?<work>\p{Script=Han}{1,8})$/u

// 碰到退款就不知道怎么回: when, and what one does not know how to do.
function readHowTo({ text, end, lexicon, frame }: Open, at: number): boolean {
  const found = howTo.exec(text.slice(at, end))?.groups
  if (!found?.work) return false
  const heart = end - found.work.length
  const verb = findVerbAt(text, heart, end, lexicon)
  if (!verb) return false
  const when = found.when ?? ''
  const thing = trimObject(text, verb.end, end)
  if (when.length > 2) frame.conditions.push({ start: at, end: at + when.length })
  if (thing) frame.object = thing
  frame.verb = { verb: verb.verb, form: verb.form, start: verb.start, end: verb.end, sure: true }
  frame.lacking = true
  return true
}
