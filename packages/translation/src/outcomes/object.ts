import type { Span } from '../types.ts'
import type { OpenLexicon } from './lexicon.ts'
import { findVerbAt, type VerbFound } from './verb-at.ts'

const leading =
  /^(?:[的、和与及或，：:"“”‘’'\s]|一下(?!子)|一遍|一次|几次|下(?=各|设)|(?:这|那|此)(?:批|个|台|些|种|条|套|辆|块|份|张|把|根|只|单|类|款|几[个台批条])?|有关的?|相关的?|所有的?|全部的?|整个的?|一[个台批套份张条种些](?!一)|自己的|自家的?|公司的?|本店的?|店内|必要的|[良较一扎丰基很][好强定实富本大]的|简单的|个(?![人体别性月案透够样半]|大概|大致|明白|清楚|差不多|七七八八|一二)|朵|张(?![力贴口])|份(?!额)|基本的|日常的?(?=[\p{Script=Han}]{2})|各种各样的|每[^，]{1,3}一次的)/u
const aspect =
  /^(?:(?:[了好完过着])+(?=[\p{L}\p{N}])|出(?![厂口库货车门院租入水风料气])(?=[\p{Script=Han}]{2})|清(?=[\p{Script=Han}]{2}原因))/u
const warning = /(?<=[\p{Script=Han}]{2})(?:莫|(?<![识辨区判鉴级类性个特分差甄])别(?![的人墅针致])|勿|不要|不许)(?=[\p{Script=Han}])/u
const direction = /^(?:[来去上下回]|[出进上下回起过]来|[出进上下回过]去)$/u
const howItIs =
  /(?:(?<=[\p{Script=Han}]{2})[\p{Script=Han}]{2})?(?:要|必须|一定要|都要|都得)(?![求点素件领])[\p{Script=Han}]{1,3}$|得(?:快|轻|稳|准|慢|细|匀|平|直|齐|够|干净|小心|仔细|及时|到位|整齐)$/u
const trailing =
  /(?:(?<![酒网茶水书])吧|(?<=[\p{Script=Han}]{2})要|(?<!不)了|[啦咯呢啊呀哦、，：和与及或的地得\s"“”]|(?<=[\p{Script=Han}]{2})(?:你们?|我们?|他们?)|(?<=[\p{Script=Han}]{2})[写记报交存放收留]下来|(?:等)?(?:相关|有关|方面)?的?(?:工作|任务|事宜|活儿?|事情|等)|一下子?|[一二两三几]遍|[一二两三几]次|一回|干净|整齐|清楚|完整|完毕|完成|(?<![没不未])到位|好了?|完|上去|下来|下去|出来|起来|回来|回去|进去|出去|过来|(?<=[\p{Script=Han}]{3})更|即可|就行|就可以|为止|的?能力|的?经验|也行|都行|再说|再走|给我|上头|上面|里头|里面|之类|什么的|才行|才可以|才能|没有|(?<![小及定按临同准平])时|的(?:师傅|人员?|员工|老师|高手|工人|徒弟))$/u
const locative =
  /(?<=[\p{Script=Han}A-Za-z0-9)])(?:(?:(?<![达得遇看收接签报晚])到(?![货期位岗达账场站港])|(?<![甚以直乃])至(?!少|多)|(?<![改推引促先跟顶掘])进(?![料口气水出度货行])|(?<![投收录植导融加])入(?![库口料住职场仓量])|(?<![收召撤返])回(?![路流油水风收转])(?=[\p{Script=Han}]{2})|(?<![供补])给(?![料水排药定油])|往|(?<![关由对属位等大小低高])于(?=[\p{Script=Han}]{2})|在(?=[^，]{1,10}(?:[上里内中下处旁边表册本]|系统|平台|区)))[^，]{1,16})$/u
// 外面贴标: where, and no thing.
const where = /^[外里上下内两四][面头边侧周]$|^(?:旁边|表面|周围)$/
const measureTail = /(?:到|至|成|为|得)$/

/** The object of a verb between two places: demonstratives, tails and places whither are no part of it. */
export function trimObject(text: string, start: number, end: number, cutPlace = true): Span | undefined {
  let [from, to] = [start, end]
  if (cutPlace) {
    from += aspect.exec(text.slice(from, to))?.[0].length ?? 0
    if (direction.test(text.slice(from, to))) return undefined
    // 裁皮子莫浪费: a warning is no part of the thing.
    // 测电压把表都烧了: what came of it is no part either.
    const came = /(?<=[\p{Script=Han}]{2})把[^，]{1,6}(?:都|给|弄|搞|烧|打|撞|碰|砸)/u.exec(text.slice(from, to))
    if (came) to = from + came.index
    const warned = warning.exec(text.slice(from, to))
    if (warned) to = from + warned.index
    if (/^(?:再|然后|并且|才(?!能$)|别(?![墅针的])|莫(?!名)|不(?:要|能|许|得|准))/.test(text.slice(from, to))) return undefined
    // 拍照发群里: the next step, and where it ends.
    if (/^(?:发|交|报|送|传|放|拿|带|存)(?:给|到|群|上|进|回|在)/.test(text.slice(from, to))) return undefined
    to -= howItIs.exec(text.slice(from, to))?.[0].length ?? 0
    const place = locative.exec(text.slice(from, to))
    if (place && place.index > 0) to = from + place.index
    else if (
      /^(?:到|至|进|入|给|往|在|成|回)[^，]{1,16}$/u.test(text.slice(from, to)) &&
      !/^(?:到[货期位岗达账场站港]|进[料口气水出度货行]|入[库口料住职场仓]|给[料水排药]|成[品本分型套熟]|回[路流油收])/.test(
        text.slice(from, to),
      )
    )
      return undefined
  }
  for (let changed = true; changed && from < to; ) {
    changed = false
    const head = leading.exec(text.slice(from, to))
    if (head) {
      from += head[0].length
      changed = true
    }
    const tail = trailing.exec(text.slice(from, to)) ?? measureTail.exec(text.slice(from, to))
    if (tail && tail[0].length < to - from && !(tail[0] === '地' && to - from <= 2)) {
      to -= tail[0].length
      changed = true
    } else if (tail) return undefined
  }
  return to > from && /[\p{L}\p{N}]/u.test(text.slice(from, to)) && !where.test(text.slice(from, to)) ? { start: from, end: to } : undefined
}

const manner = /(?:的|之)?(?:日常|定期|现场|技术|安全|及时|快速|独立|一般|简单|基本|常见|相关|每日|具体|全面)?$/

/** Verbs that stand right after another one in the same breath: 安装调试, 清洗消毒. Others make the first a modifier: 短接检测. */
export const inOneBreath = new Set(
  '调试 保养 维修 检修 消毒 整理 分析 安装 清洗 维护 修理 测试 更换 装配 复核 核对 验收 摆放 分类 归档 收集 存放 保存 处理 检查 检测 检验 编程 操作 清点 验货 盘点 称重 贴标 入库 上架 封箱 清理 修复 校准 拍照 上报 复位 打磨 抛光'.split(
    ' ',
  ),
)

export type NounVerb = Readonly<{ object: Span | undefined; verb: VerbFound; second?: VerbFound }>

/**
 * Reads a noun phrase that ends in one verb or two: 设备的日常维护和保养, 刀具更换, 绝缘检测.
 * The last verb counts, and the one before it where only 和, 与, 及 or 、 parts them.
 */
export function readNounVerb(text: string, start: number, end: number, lexicon: OpenLexicon): NounVerb | undefined {
  let to = end
  for (let tail = trailing.exec(text.slice(start, to)); tail && tail[0].length < to - start; tail = trailing.exec(text.slice(start, to)))
    to -= tail[0].length
  const last = verbEndingAt(text, start, to, lexicon)
  if (!last) return undefined
  // 酒水的进货、验收和保管: the first verb after the noun opens the row of verbs.
  for (let at = start + 1; at < last.start; at++) {
    const early = findVerbAt(text, at, to, lexicon, false)
    if (!early || !/^(?:[、和与及]|以及)/.test(text.slice(early.end, to))) continue
    const object = trimObject(text, start, at - (manner.exec(text.slice(start, at))?.[0].length ?? 0), false)
    if (object) return { object, verb: early, second: last }
  }
  let first = last
  let second: VerbFound | undefined
  const joint = /(?:[、和与及或]|以及)$/.exec(text.slice(start, last.start))
  const before = verbEndingAt(text, start, last.start - (joint?.[0].length ?? 0), lexicon)
  if (before && (joint || !/^(?:检测|检查|测试|试验|检验|处理|操作|管理|控制|分析|加工|施工)$/.test(last.form))) {
    first = before
    second = last
    const third = /[、]$/.exec(text.slice(start, before.start))
    const earlier = third ? verbEndingAt(text, start, before.start - 1, lexicon) : undefined
    if (earlier) first = earlier
  }
  let objectEnd = before && first === last && before.end === first.start && before.start > start ? before.start : first.start
  objectEnd -= manner.exec(text.slice(start, objectEnd))?.[0].length ?? 0
  const object = trimObject(text, start, objectEnd, false)
  return { object, verb: first, ...(second ? { second } : {}) }
}

/** The longest verb of two letters or more that ends at a place. */
export function verbEndingAt(text: string, from: number, end: number, lexicon: OpenLexicon): VerbFound | undefined {
  for (let at = Math.max(from, end - 6); at <= end - 2; at++) {
    const found = findVerbAt(text, at, end, lexicon, false)
    if (found && found.end === end) return found
  }
  return undefined
}
