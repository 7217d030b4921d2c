import type { Open } from './frame.ts'
import { adverb, endOf, frameWord } from './heads.ts'
import { trimObject } from './object.ts'
import { readPredicate } from './predicate.ts'
import type { StandardMatch } from './standard.ts'
import { findVerbAt, guessVerbAt } from './verb-at.ts'

/** 把 O V, 对 O 进行 V, 给 O V, 为 O V. */
export function readTurned(open: Open, at: number, standards: readonly StandardMatch[]): boolean {
  const { text, end, lexicon } = open
  const mark =
    /^(?:把(?![控关握脉手])|将(?!来|军)|对(?:于|着)?(?![刀讲账比中齐准接照话折]|焊(?![工缝点机条丝接]))|给(?!料|水|排|我|俺|咱)|为了?(?!主|什)|替|帮(?!助|忙)|向(?!上|下|前|导)|跟(?!踪|进|单)|与|同(?!时|步|轴|心)|从|往|和)/.exec(
      text.slice(at, end),
    )
  if (!mark) return false
  const from = at + mark[0].length
  const isTaking = /^[把将]/.test(mark[0])
  // 给电池包做检测: letters of verbs inside nouns wait until no whole verb is found.
  const single = isTaking || !wholeVerb(open, from)
  for (let place = from + 1; place < end; place++) {
    // 会议纪要: no word of duty stands behind 把.
    const plain = isTaking ? -1 : endOf(frameWord, text, place)
    const manner = endOf(adverb, text, place)
    const skip = Math.max(plain, manner)
    const heart = skip > 0 && skip < end && !findVerbAt(text, place, end, lexicon, false) ? skip : place
    const verb = findVerbAt(
      text,
      heart,
      end,
      lexicon,
      (single && (isTaking || heart > place || /^[给替帮为]/.test(mark[0]))) || text[heart] === '做',
    )
    // 汽车, 火车: the letter of a verb that ends a noun.
    if (!verb || (verb.form.length === 1 && /[车电标管工料件开断]/.test(verb.form))) continue
    const after = text.slice(verb.end, end)
    const fits = isTaking
      ? /^(?:$|[到在进入给成为好完掉出上下回至于开干整清得几再并了]|一(?![件个台块张根条箱层步]))|^(?:[\p{Script=Han}]{0,2}[、，])/u.test(after) &&
        (verb.form.length > 1 || /^(?:$|[到在进入给成为好完掉出上下回至得干整清一了])/.test(after))
      : true
    // 去皮切块: two verbs in a row, the first counts.
    const inRow = isTaking && verb.form.length > 1 && findVerbAt(text, verb.end, end, lexicon) !== undefined
    if (!fits && !inRow && laterVerb(open, verb.end)) continue
    if (!/^(?:进行|开展|实施|做好)$/.test(verb.form) && partOfNoun(after) && laterVerb(open, verb.end)) continue
    const how = isTaking
      ? /[\p{Script=Han}](?=按(?![钮键摩压])|照着|从(?!属|业)|(?<=[^专使通适有利应运采费作])用|以(?![及上下内外前后])|(?<=[^自理])由|分[一二两三四\d]|逐|依次|统一|全(?=[换部])|当场|及时|重新)/u.exec(
          text.slice(from, place),
        )
      : null
    const often = /[\p{Script=Han}](?=每[^，]{1,5}?(?:小时|分钟|天|日|周|月|班|季度))/u.exec(text.slice(from, place))
    if (often) open.frame.conditions.push({ start: from + often.index + 1, end: place })
    const object = trimObject(text, from, how ? from + how.index + 1 : often ? from + often.index + 1 : place, false)
    readPredicate(open, verb, object, standards, mark[0])
    return true
  }
  if (!isTaking) return false
  for (let place = from + 1; place < end; place++) {
    const guess = guessVerbAt(text, place, end, lexicon, false)
    const object = guess && trimObject(text, from, place, false)
    if (!guess || !object) continue
    readPredicate(open, guess, object, standards, mark[0])
    return true
  }
  return false
}

const wholeVerb = (open: Open, from: number) => {
  for (let at = from + 1; at < open.end; at++)
    if (open.text[at] === '做' || findVerbAt(open.text, at, open.end, open.lexicon, false)) return true
  return false
}
const partOfNoun = (after: string) =>
  /^(?:的(?![\p{Script=Han}]{0,2}$)|记录|报告|计划|数据|方案|时间|情况|结果|原因|问题|质量|单|表|台账|文件|资料|信息|设备|材料|工具|人员|需求|要求|标准|中的|过的|后的|好的|完的|用的)/u.test(
    after,
  )
const laterVerb = (open: Open, from: number) => {
  for (let at = from; at < open.end; at++) if (findVerbAt(open.text, at, open.end, open.lexicon, at > from || true)) return true
  return false
}
