import { beginsPredicate, conditionAt, happenedAt } from './condition.ts'
import type { Open } from './frame.ts'
import { adverb, endOf, frameWord, knowing, place, subject } from './heads.ts'
import { findVerbAt } from './verb-at.ts'

/** Takes what stands before the heart of a clause: conditions, words of duty and ability, manner, person. Gives the place where the heart begins. */
export function takeHead(open: Open, start: number): number {
  const { text, end, lexicon, frame } = open
  let at = start + (/^(?:所以|因此|因而|总之)/.exec(text.slice(start, end))?.[0].length ?? 0)
  for (let moved = true; moved && at < end; ) {
    moved = false
    const from = at
    while (/[\s，、：:"“”'的]/.test(text[at] ?? '') && at < end) at++
    const known = endOf(knowing, text, at)
    if (known > 0 && known < end) {
      const direct = findVerbAt(text, known, end, lexicon, false)
      if (!frame.knowing) frame.knowing = { start: at, end: known }
      at = known
      if (direct) {
        moved = true
        continue
      }
      return at
    }
    // 能在投诉升级前化解: a word of ability is no part of the condition behind it.
    const able = endOf(frameWord, text, at)
    if (able > 0 && able < end) {
      at = able
      moved = true
      continue
    }
    const whole = conditionAt(text, at, end, lexicon)
    const verbFirst = findVerbAt(text, at, end, lexicon, false)
    // 上线后三个月无故障: a verb with 后 is when, though no verb follows.
    const past = verbFirst && /^(?:以?后|之后|以?前|之前|时)(?![台端处厨桥道勤间效刻轴期])/.exec(text.slice(verbFirst.end, end))
    if (whole <= 0 && verbFirst && past && verbFirst.end + past[0].length < end) {
      frame.conditions.push({ start: at, end: verbFirst.end + past[0].length })
      at = verbFirst.end + past[0].length
      moved = true
      continue
    }
    if (whole > 0 && (happenedAt(text, at, end, lexicon) === whole || !(verbFirst && frameStops(text, at)))) {
      frame.conditions.push({ start: at, end: trimCondition(text, at, whole) })
      at = whole
    } else {
      for (const pattern of [frameWord, adverb]) {
        const next = endOf(pattern, text, at)
        if (next > 0 && next < end && !(pattern === adverb && verbFirst && verbFirst.end > next)) at = next
      }
      // 一串一串地量: how it is done.
      const manner = /^[\p{Script=Han}]{2,6}地(?=[\p{Script=Han}])/u.exec(text.slice(at, end))
      if (manner && findVerbAt(text, at + manner[0].length, end, lexicon)) at += manner[0].length
      const where = endOf(place, text, at)
      if (where > 0 && where < end && beginsPredicate(text, where, end, lexicon)) at = where
      const who = endOf(subject, text, at)
      if (
        who > 0 &&
        who < end &&
        (endOf(frameWord, text, who) > 0 ||
          endOf(adverb, text, who) > 0 ||
          findVerbAt(text, who, end, lexicon) ||
          conditionAt(text, who, end, lexicon) > 0)
      )
        at = who
    }
    moved = at > from
  }
  return at
}

// 使用 and its like begin a condition only where a second verb follows: conditionAt has checked that.
const frameStops = (text: string, at: number) =>
  !/^(?:使用|利用|运用|采用|拿|发现|遇|通过|根据|按|依|参照|对照|结合)/.test(text.slice(at, at + 4)) &&
  !/^[^，]{1,16}(?:前|后|时|时候|期间|过程中)/.test(text.slice(at))

const trimCondition = (text: string, at: number, stop: number) => {
  const tail = /(?:至少|都|各|要|一定|必须|自己)$/.exec(text.slice(at, stop))
  return tail && tail[0].length < stop - at ? stop - tail[0].length : stop
}
