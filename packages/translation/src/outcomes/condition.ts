import { adverb, endOf, frameWord, subject } from './heads.ts'
import type { OpenLexicon } from './lexicon.ts'
import { unitSource } from './numbers.ts'
import { findVerbAt, guessVerbAt } from './verb-at.ts'

const circumstance =
  /在(?!线|岗|职|编|校|库|制品|册)[^，。]{1,22}?(?:的?情况下|的?条件下|的?环境[下中里]|的?前提下|的?状态下|指导下|带领下|监督下|安排下|协助下|配合下|指挥下|压力下|过程中|期间|高峰期|旺季|淡季|阶段|的?时候|之前|之后|以前|以后|当中|作业中|生产中|工作中|运行中|(?<![及同随准实定临按小])时(?!间|效|刻|代)|(?<!目)前(?![台端处后轴桥厅期道])|(?<!售)后(?![台端厨续期桥道勤])|(?<!地|楼|线|部|属|名|足|上|天)下(?![料班载线单水部料道])|(?<![过])中(?![心间央小药医文控频式草])|以内(?!部))/uy
const weather = /(?!在)[^，。在]{2,8}(?:环境|条件|状态|情况|天气|气候|前提|工况)下/uy
const without =
  /(?:没有|没|无|缺少|不借助|不使用|不用|脱离|不看|不依靠)(?!经验|问题|气|毛|渗|漏|错|差|人机|线|损|菌|误|害|铅|缝|杆|尘)[^，。]{1,14}?(?:的情况下|情况下|的条件下|条件下|的时候|时(?!间)|也能?(?=会|能|要|可以|[\p{Script=Han}]))/uy
// 跟着老师傅学调机: under whose guidance.
// 没把握叫主管: how far one's own knowledge goes.
const unsure = /没有?(?:把握|办法|弄懂|弄清|搞懂|搞清|看懂|信心)的?(?=(?:就|先|马上|及时|赶紧)?(?:叫|喊|问|找|报|请))/uy
const guided = /跟(?:着|牢|住|到)[^，。]{1,8}?(?=学|做|干|练|认|跑|走|一起|一块|[打拆装焊开量]|后面)/uy
const basis = /(?:根据|按照|依据|依照|参照|遵照|对照|结合|围绕|针对|依|照着?|按(?![时期需摩压揉下键钮]))(?![^，。]{0,1}$)/uy
const basisNoun =
  /[^，。]{0,22}?(?:原则|要求|需求|需要|标准|规程|规范|流程|图纸|图样|图|工艺(?:卡|文件|单|要求)?|指导书|说明书|手册|清单|配料单|料单|工单|订单|单据|单子|单|表|计划|规定|制度|方案|程序|步骤|配方|比例|报告|指令|合同|医嘱|处方|数据|情况|结果|特点|状况|状态|症状|病情|参数|作业卡|卡片|卡|法规|法律|准则|指示|菜单|菜谱|剧本|脚本|样板|样品|样衣|照片|模板|颜色|尺寸|顺序|反馈|意见|类别|日期|批号|行情|季节|天气|土壤|长势|体型|肤质|口味|身材|脸型|预算|文件|协议|原理图|线路图)(?:的?(?:要求|规定|内容|情况|标准|变化|顺序|需要|不同|进度|安排))?(?![\p{Script=Han}]{0,1}的[\p{Script=Han}]{1,6}$|管理|编制人|员)/uy
const tool =
  /(?:使用|借助|利用|运用|采用|通过(?!率)|凭借|凭|(?<![使利运采专通有适])用(?!户|电(?![脑钻焊动烙子气])|水(?![平准管枪洗泵性])|气(?![枪动泵])|工(?![具装])|料|餐|量|途|人|作|心|时|于|来)|[拿拎背带对翻](?:着|起)|拿|爬|坐|骑|靠(?![泊近谱])|依靠|以(?=[\p{Script=Han}]{1,8}(?:方式|形式|方法)))/uy
const toolEnd =
  /(?:[仪器机尺刀表具枪钳锤车笔手布水灯规话语镜针锯铲剪梯杆绳网盒剂液油泵炉锅箱顶架夹线膜纸带盘盆勺筷碗桶壶管棒膏粉盐酒漆胶皂粉镊梳卷]|扳手|软件|系统|工具|设备|平台|方法|方式|程序|语言|公式|函数|数据库|仪表|钥匙|App|电脑|手机|[A-Za-z0-9]+)$/u
const frequency =
  /(?:一个?(?:小时|分钟|天|班)(?=要(?!求)|得(?!到)|至少|最少|起码)|每(?:周[一二三四五六日天]|天|日|周|月|年|季度?|班|晚|早|次|半年|隔?[一二两三四五六七八九十半\d]+个?(?:小时|分钟|天|周|月|班|年|工作日)|个?(?:班次|星期|月|小时|季度|工作日)|逢[^，]{1,4}|周[一二三四五六日天]|天(?:早上|晚上|上午|下午|下班|上班))(?:(?:上班|下班|开工|收工|开机|交接班|作业|出车|开店|营业|打烊|[收开出离到下][\p{Script=Han}](?=[前后]))?(?:之前|之后|以前|以后|前(?!台)|后(?!台|厨)|时(?!间)))?(?:[初末底中]|\d+[号日](?:之?前)?)?(?:至少|都|一次|各|要)?|早晚|早中晚|每天早晚|天天|当天|当日|次日|当晚|定期|周期性|月底|月末|月初|年底|年末|季末|(?:上|下|当|白|中|夜|早|晚|接|交|换|倒|交接)班(?:的?时候|时|前|后|期间|之前|之后)?(?!长|次|组|人|子|车)|夜里|半夜|深夜|晚上|早上|清晨|节假日|高峰期?|旺季|雨天|雨季|冬天|冬季|夏天|夏季|大风天|高温天?(?!气|作业)|低温|带电|不停机|不停产|不停电)/uy
const event =
  /(?:发现|遇到|碰到|碰上|遇上|遇见|遇|如果|如遇|如有|如(?![实何])|若|一旦|万一|要是|假如|假若|当(?=[^，]{1,14}时)|只要|出现|发生|看见|瞧见|见到|见着|碰见|碰着|遇着|赶上|摊上|一(?=[^，]{1,8}就)|等(?=[^，]{1,10}(?:了|后|以后|再))|凡是?|接到|收到|听到|看到)[^，。]{1,20}?(?:的?时候?(?!间)|以?后(?![台端厨续])|之后|的话|了(?=[再才](?![生造次说有也能会可]))|(?=要|须|需|能|应|会|先|必须|及时|立即|立马|马上|赶紧|赶快|单独|直接|当场|第一时间|知道|晓得|懂得|就(?!业|是)|得(?!到|了)|可以|主动|[\d一二两三四五六七八九十半]+个?(?:分钟|小时|秒)|(?:报告|上报|通知|汇报|停机|报修|处理|联系)[\p{Script=Han}]))/uy
const moment =
  /[^，。]{1,16}?(?:的时候|时候|之前|之后|以前|以后|完了?后|完毕后|过程中|期间|的情况下|(?<![及同随准实定临按小平届限])时(?![间效刻代候])|(?<![目提])前(?![台端处后轴桥厅期道刹灯排面])|(?<![售然随先背而])后(?![台端厨续期桥道勤视备轮排面]))/uy
const limit =
  /[^，。]{1,14}?(?:超过|低于|高于|达到|不足|少于|大于|小于|超出|跌破)[^，。]{1,8}?(?:的?时候?(?!间)|以?后|(?=就|则|必须|应当?|要|立即|立刻|马上|及时|得(?!到)|才))/uy
const thenWord = /[^，。]{1,16}?(?=就(?!业|是|地|近|诊|餐|读|绪|行|可|好|会用|能用|够|更|最)[\p{Script=Han}])/uy
const finished =
  /[^，。]{1,6}?(?:完了?|好了|好(?=再|才|就))(?=把|将|用|再|就|要|才|让|自己|马上|立即|及时|给|先|后|必须|得|[\p{Script=Han}])/uy
// 铃一响, 图纸往他面前一摊, 一到夜班: as soon as something has come about.
const asSoon = new RegExp(
  `^(?:一(?:到|进|上|出|开|收|停)[^，]{1,8}|[^，一]{1,12}一(?!${unitSource}|[下点些口步边样定起直般共旦致概律流级线楼层期厂年月份])\\p{Script=Han}{1,2}(?:[来去])?)$`,
  'u',
)
const until = /^(?:下班|交班|开机|开工|上班|投产|出货|出厂|出库|入库|月底|天黑|开饭|上线|装船)前/u

// 看着图, 踩着梯子, 扶着老人: what is done meanwhile, before what is to be done.
const meanwhile = /(?!接着|跟着|随着|沿着|试着|学着|忙着|急着|等着)\p{Script=Han}着[^，。着]{1,8}?(?=[把将]|给(?=[\p{Script=Han}]))/uy

/** A condition that begins at a place (the longest of the first pattern that fits); its end, or -1. */
export function conditionAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const part = text.slice(0, end)
  for (const pattern of [circumstance, weather, without]) {
    const stop = endOf(pattern, part, at)
    if (stop > 0 && stop <= end) return trimTail(part, at, stop)
  }
  const taught = Math.max(endOf(guided, text, at), endOf(unsure, text, at))
  if (taught > 0 && taught < end) return taught
  const along = meanwhileAt(part, at, end, lexicon)
  if (along > 0) return along
  const based = basisAt(part, at, end, lexicon)
  if (based > 0) return based
  const often = endOf(frequency, part, at)
  if (often > 0 && (often === end || /[\p{Script=Han}A-Za-z]/u.test(text[often]!))) return often
  const beyond = endOf(limit, part, at)
  if (beyond > 0 && beyond < end) return beyond
  const soon = endOf(thenWord, part, at)
  if (soon > 0 && soon < end && soon - at >= 2) return soon
  const when = endOf(event, part, at)
  if (when > 0 && when < end) return when
  const over = happenedAt(part, at, end, lexicon)
  if (over > 0) return over
  const then = momentAt(part, at, end, lexicon)
  if (then > 0) return then
  return toolAt(part, at, end, lexicon)
}

const trimTail = (text: string, at: number, stop: number) => {
  const tail = /(?:也能?|能)$/.exec(text.slice(at, stop))
  return tail ? stop - tail[0].length : stop
}

function meanwhileAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const plain = endOf(meanwhile, text, at)
  if (plain > 0 && plain < end) return plain
  if (!/^\p{Script=Han}着(?!火|急|装|重|手|陆|色|力|凉)/u.test(text.slice(at, end)) || /^[接跟随沿试学忙急等]/.test(text.slice(at))) return -1
  // 踩着梯子换灯管: a verb with its thing behind the thing that is held.
  for (let stop = at + 4; stop < Math.min(end - 1, at + 9); stop++) {
    if (/[，、]/.test(text[stop - 1]!)) return -1
    const verb = findVerbAt(text, stop, end, lexicon)
    if (verb && verb.end < end && (verb.form.length > 1 || verb.end === end - 1 || /^[\p{Script=Han}A-Za-z]{2}/u.test(text.slice(verb.end, end)))) return stop
  }
  return -1
}

function basisAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const from = endOf(basis, text, at)
  if (from < 0) return -1
  let noun = endOf(basisNoun, text, from)
  for (let next = noun; next > 0 && next <= end; next = endOf(basisNoun, text, next)) {
    noun = next
    if (noun >= end || beginsPredicate(text, noun, end, lexicon)) return noun
  }
  for (let stop = from + 2; stop < end; stop++) if (beginsPredicate(text, stop, end, lexicon, false)) return stop
  return noun > 0 ? noun : end
}

// 温度到一百八再开, 灯灭了再拆: a state that is to be waited for.
const awaited = /[^，]{1,12}?(?:[了好够齐亮稳热凉干满灭停]|到[\d一二两三四五六七八九十百半]+[^，再才]{0,4})(?=[再才](?![生造次说有也能会可])(?:把|将|用|去)?[\p{Script=Han}])/uy
const happening = /[^，。了]{1,10}?(?<![为除极罢])了(?!解|结)/uy
const amiss = /(?:不(?:行|够|对|好|准|亮|通|动)|[^，。]{2,8}?(?:不(?:对|符|够|足|平|齐|准|合格|行|一致|稳|亮|动|转)|异常|超差|松动))(?=当场|马上|立即|立刻|及时|赶紧|先|再|要|得|就[先要得把])/uy
const firstDone = /[^，。]{1,8}?[完好][\p{Script=Han}]{1,4}?(?=[把将]|要(?![求点件])|得(?!到)|必须|先|马上|立即|重新|及时)/uy
const atOnce = /^(?:先(?!进)|要(?![求点素件])|得(?!到)|就(?=[先要得把将给去])|再|马上|立即|立刻|赶紧|及时|当场|自己)/u

/** 少了补水, 死机了先断电, 数量不对当场拍照, 干完活把量具擦干净: what has come about, and what is to be done then. */
export function happenedAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const past = endOf(happening, text, at)
  if (past > 0 && past - at >= 2 && past < end - 1) {
    const rest = text.slice(past, end)
    if (atOnce.test(rest) && beginsPredicate(text, past, end, lexicon)) return past
    // 机器人换了夹爪要重新标: what was changed belongs to it.
    const thing = /^(?!自己|[你我他她都也])([\p{Script=Han}]{1,4}?)(?=要(?![求点素件])|得(?!到)|必须|先(?!进)|马上|立即)/u.exec(rest)
    if (thing) return beginsPredicate(text, past + thing[0].length, end, lexicon) ? past + thing[0].length : -1
    if (!findVerbAt(text, at, end, lexicon) && (findVerbAt(text, past, end, lexicon) || /^[把将]/.test(rest))) return past
  }
  const state = endOf(awaited, text, at)
  if (state > 0 && state - at >= 2 && !/[把将要得会]/.test(text.slice(at, state)) && !findVerbAt(text, at, end, lexicon) && beginsPredicate(text, state + 1, end, lexicon)) return state
  const wrong = endOf(amiss, text, at)
  if (wrong > 0 && wrong < end && beginsPredicate(text, wrong, end, lexicon)) return wrong
  const over = overAt(text, at, end, lexicon)
  if (over > 0) return over
  const done = endOf(firstDone, text, at)
  if (done > 0 && done < end - 1 && finishes(text, at, done, lexicon) && beginsPredicate(text, done, end, lexicon)) return done
  return -1
}

// 送完电守半小时, 顶针装完间隙一道半: what is over, with its thing before or behind it, and then what is to be done or how it is to be.
function overAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  for (let place = at; place < Math.min(at + 10, end - 3); place++) {
    const verb = findVerbAt(text, place, end, lexicon)
    if (!verb || /[把将要得会能]/.test(text.slice(at, place))) continue
    // 扫完码: its thing stands within the verb.
    if (/^\p{Script=Han}完/u.test(text.slice(verb.start, verb.end)) && verb.end - verb.start > 2) {
      const stop = verb.end + (text[verb.end] === '了' ? 1 : 0)
      if (stop < end - 1 && (beginsPredicate(text, stop, end, lexicon) || guessVerbAt(text, stop, end, lexicon, false))) return stop
    }
    const past = text[verb.end - 1] === '完' ? verb.end : text[verb.end] === '完' ? verb.end + 1 : -1
    if (past < 0) continue
    for (const thing of [0, 1, 2, 3, 4]) {
      const stop = past + (text[past] === '了' ? 1 : 0) + thing
      if (stop >= end - 1) break
      if (/[，、]/.test(text[stop]!)) break
      const before = text.slice(past, stop)
      if (thing > 0 && (!/^[\p{Script=Han}A-Za-z]+$/u.test(before) || before.endsWith('的'))) continue
      const next = findVerbAt(text, stop, end, lexicon)
      if (next && next.end - next.start === 1 && thing > 0 && !/^[\d一二两三四五六七八九十半把将在到好完]|^$/.test(text.slice(next.end, end))) continue
      if (next || /^(?:把|将|用|自己|先|再|马上|要(?!求|点)|得(?!到)|必须|让|请)/.test(text.slice(stop, end))) return stop
    }
    return -1
  }
  return -1
}

// 换完电池, 干完活: a verb with 完 and its thing, whatever names the thing before it.
const finishes = (text: string, at: number, end: number, lexicon: OpenLexicon): boolean => {
  for (let place = at; place < end - 2; place++) {
    const verb = findVerbAt(text, place, end, lexicon)
    if (verb && /[完好]$/.test(text.slice(place, verb.end)) && verb.end < end) return true
  }
  return false
}

function momentAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const stop = endOf(moment, text, at)
  const done = endOf(finished, text, at)
  if (done > 0 && done < end && done - at >= 2 && (stop < 0 || done < stop) && beginsPredicate(text, done, end, lexicon)) return done
  if (stop < 0 || stop - at < 2) return -1
  if (stop >= end) return end
  // 以后, 的时候 say when whatever follows; 后, 前, 时 alone may be part of a noun.
  if (/(?:以后|之后|之前|以前|的时候|过程中|期间)$/.test(text.slice(at, stop)) && end - stop >= 2 && text[stop] !== '的') return stop
  // 下播后一小时内汇总: how soon stands between.
  if (/[后前]$/.test(text.slice(at, stop)) && /^(?:的)?[\d一二两三四五六七八九十半]+个?(?:分钟|小时|天|周|个月)/.test(text.slice(stop, end))) return stop
  return beginsPredicate(text, stop, end, lexicon) || until.test(text.slice(at, stop)) ? stop : -1
}

function toolAt(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const from = endOf(tool, text, at)
  if (from < 0) return -1
  const isUse = /^(?:使用|利用|运用|采用)/.test(text.slice(at))
  for (let stop = from + 1; stop < end - (isUse ? 1 : 0); stop++) {
    const name = text.slice(from, stop)
    const verb = findVerbAt(text, stop, end, lexicon, toolEnd.test(name))
    if (verb && (toolEnd.test(name) || (name.length >= 2 && !partOfName(text, verb.end, end)))) return stop
    // 用等离子割: a letter at the very end is what is done, whatever the tool is called.
    if (!verb && name.length >= 3 && stop === end - 1 && findVerbAt(text, stop, end, lexicon)) return stop
    if (
      name.length >= 2 &&
      toolEnd.test(name) &&
      (endOf(adverb, text, stop) > 0 ||
        /^[给把将为对来去]/.test(text.slice(stop)) ||
        endOf(frequency, text, stop) > 0 ||
        /^[\p{Script=Han}]{2,6}地[\p{Script=Han}]/u.test(text.slice(stop, end)))
    )
      return stop
  }
  return -1
}

// 测量软件, 检测设备, 焊接工艺: a verb inside the name of a thing.
const partOfName = (text: string, at: number, end: number) =>
  /^(?:软件|设备|工艺|工具|系统|仪器|仪表|平台|技术|技巧|装置|数据|程序|方法|方式|表格?|单|台|台账|记录|报告|话术|剂|语言)/.test(
    text.slice(at, end),
  )

/** Whether what follows can be the heart of a clause: a frame, a manner, a verb, or a turned object. */
export function beginsPredicate(text: string, at: number, end: number, lexicon: OpenLexicon, single = true): boolean {
  if (at >= end) return false
  if (/^(?:把|将|对(?!方|象|讲)|给|为(?!什)|由|进行|才|就|还要|不得|不能|不许|无需|请|先|再)/.test(text.slice(at, end))) return true
  if (endOf(frameWord, text, at) > 0 || endOf(adverb, text, at) > 0) return true
  const who = endOf(subject, text, at)
  if (who > 0 && who < end && (endOf(frameWord, text, who) > 0 || endOf(adverb, text, who) > 0)) return true
  const verb = findVerbAt(text, at, end, lexicon, single)
  return verb !== undefined
}

/** Whether a whole clause only says when, where or with what. */
export function isOnlyCondition(text: string, start: number, end: number, lexicon: OpenLexicon): boolean {
  const clause = text.slice(start, end)
  if (
    /^(?:如果|如遇|如有|若|一旦|万一|要是|假如|遇到|碰到|碰上|遇上|没有|没人|没|夜班|夜里|晚上|高峰)/.test(clause) &&
    endOf(unsure, text, start) < 0 &&
    !/(?:要|必须|能|会|负责|得|知道|晓得)(?!求|点|到)[\p{Script=Han}]{2}/u.test(clause.slice(2))
  )
    return true
  if (/(?:(?<!小)时|时候|以?后|之后|以?前|之前|期间|情况下|过程中|条件下|环境下|指导下|的话|状态下)$/.test(clause)) return true
  if (asSoon.test(clause) && !/(.)一\1/.test(clause) && !/[把将要得会能须]/.test(clause)) return true
  if (/[把将]/.test(clause)) return false
  return conditionAt(text, start, end, lexicon) === end
}
