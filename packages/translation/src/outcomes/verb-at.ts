import type { OpenLexicon, Verb } from './lexicon.ts'
import { lightVerbAt } from './light-verb.ts'

export type VerbFound = Readonly<{ verb: Verb; form: string; start: number; end: number; lacking?: true }>

// A verb before one of these is the first half of a noun: 测量机, 维修工, 清洁剂.
const nounMaking =
  /^(?:端子|塔|盒(?!子饭)|书(?=[是的上里要也都，、]|$)|品(?![种牌质尝鉴管类控])|标(?![准识记签注定明牌贴题])|图(?=$|[^\p{Script=Han}]|[也都要上里和与看能会得必有给])|机(?![床器械组房台电油构架身体场舱车泵具])|仪(?!器|表)|器(?![具械材])|工(?![件装具艺作况序位程时单厂地])|员(?!工)|师(?!傅)|人(?![工体数家机参流防物造像才群])|罐(?!体)|炉(?![膛体渣内灰温])|泵(?![体房])|阀(?![门体])|箱(?![体子包])|柜(?![子体门])|槽(?!体)|枪(?!机)|笔(?!画)|鞋|帽(?!子)|位(?![于置移次数])|卡(?=$|[当要上里，、])|线(?![路束缆头圈材杆槽上下径宽距长])|车(?![床间辆身轮架厢门库型况、站票主]|$)|单(?![据位独元件号价子])|表(?![面格单皮盘达示扬演层])|剂|液(?![压体位面])|室|间(?![隙距])|区(?!域)|证(?!件|据|书)|费(?!用)|岗(?!位)|业(?![主务绩态])|部(?![件位门分])|者|率|性|站(?![台点房内])|厂|中心)/u
// 核对箱号, 登记柜数: the noun goes on, and the verb before it stays one.
const makesNoun = (rest: string): boolean => nounMaking.test(rest) && !/^[机仪器罐炉泵阀箱柜槽线车单表证岗站][号数牌]/.test(rest)
// Two letters that begin with a verb's letter and are no verb.
const notVerbs = new Set(
  (
    '夹具 夹角 夹层 换热 换届 换位 排气 排水 排名 排骨 排队 排放 排列 排除 排查 排班 排产 除了 除外 除非 除法 除湿 爆胎 爆炸 爆管 爆破 带动 记号 记者 打工 打算 打卡 打架 打扰 打折 打样 打烊 打烊 打交 打招 打动 打击 打败 打发 打下 对称 对口 对面 对手 车间 车床 车辆 车身 车架 车主 车库 车刀 车门 车轮 车厢 车位 车型 车况 车抖 加班 加工 接受 接触 分钟 开始 开朗 开展 理由 理论 换班 编制 编号 数控 数据 数量 数字 数学 量具 量大 量仪 算是 管道 管子 管线 管路 管材 包括 包吃 包住 包间 包食 包厢 ' +
    '放行 磨合 验电 划算 划痕 划伤 断裂 断货 断线 断点 断路 断面 断续 断层 断丝 断刀 断纱 断网 断定 扫帚 扫把 攻关 攻克 抄送 抄袭 勾线 录用 录音 录像 守时 守纪 守则 盘面 盘子 盘头 盘边 评价 考虑 考勤 考试 批次 批号 批量 校园 校服 校区 校企 退休 退伍 签证 倒角 倒班 灌区 淋浴 扎实 订单 等级 等待 排版 退火 校长 贵校 翻译 翻台 爬升 续航 添加 等等 等于 铲车 垫片 垫圈 垫层 筛网 滤芯 滤网 滤波 探头 探伤 塞规 塞尺 镗床 镗刀 铰刀 劝退 爆仓 爆款 爆单 爆料 交换 画像 背上 背后 背部 背心 到位 走廊 ' +
    '报名 报酬 报警 报表 报告 报价 写字 查房 对于 对方 对待 对讲 对象 点心 点位 点火 带薪 带宽 教育 教师 教室 教材 教案 养老 养生 养殖 送检 种类 种子 卡车 切实 切口 切面 切片 电工 发现 发动 发票 发电 发热 发展 发生 烧杯 织物 配件 配套 配电 配方 配料 标准 标书 标签 标志 标识 标定 冲床 冲突 冲压 ' +
    '钻头 钻床 钻石 磨床 磨具 磨损 磨头 铣床 铣刀 锯床 锯片 焊缝 焊工 焊机 焊条 焊枪 焊丝 焊点 焊口 焊材 焊接 存货 存量 贴片 印章 印刷 画面 画册 堆高 剪板 剪刀 剪切 泡沫 调料 修养 看来 看似 看重 看法 认真 认可 认同 认为 认证 问题 试用 试剂 试卷 试件 试样 交通 交流 交给 交期 交货 付款 ' +
    '催化 盖子 盖板 分公 分工 分析 分之 分拣 分店 备用 备件 搞笑 干部 干净 干活 干练 干燥 干预 扶手 关系 关于 关键 关注 关节 按照 按时 按规 按要 按期 按需 按摩 挂件 挂号 紧急 紧张 紧固 使命 使用 买卖 卖场 回来 回流 回路 回转 传动 传感 传送 跟单 记忆 记录 挑战 运动 运营 运行 运费 抬头 操作 抹布 扫码 扫描 洗衣 洗碗 ' +
    '洗车 烘箱 烤箱 烤炉 蒸箱 煮锅 铺面 顾客 读数 读卡 发药 编码 编程 编织 装置 装备 装饰 装卸 装配 绑带 防火 防水 防护 防腐 防尘 拍卖 接口 接待 接头 接地 接班 接线 找平 摆臂 印花 染料 染色 喷枪 喷头 喷嘴 涂料 涂层 绕组 绕线 刻度 刻录 设备 设计 设施 设定 设置 称呼 改革 改善 改进 改造 收入 收货 收据 收拾 收费 理财 理货 ' +
    '提高 提供 提出 送风 送料 送餐 送货 送药 送电 送样 停车 停机 停电 倒班 倒角 带教 带班 带货 带头 带领 开关 开票 开机 开料 开发 开具 开口 开放 做法 做人 做事 弄堂 搅拌 炒货 卤味 烧烤 熬夜 熬制 喂养 养护 养成 栽培 摘要 测试 测量 测温 测定 测绘 检验 检测 检查 检修 验收 验货 查询 查找 查看 查验 查明 试验 试车 试模 试机 试衣 抬升 割草 砍价 打包 打扫 打印 打磨 打孔 挂牌 放大 ' +
    '修改 修复 修理 修剪 修磨 修边 补贴 补助 补充 补货 补焊 补丁 填写 填充 填料 填报 盯盘 看护 看守 看板 办公 办法 办事 系统 系列 用户 用电 用水 用料 用量 用工 用餐 用途 用心 用人 用品 用具 用时 拉面 拉链 拉丝 推车 推杆 提升 提醒 提货 提成 拿手 取样 取料 取得 取消 抓斗 放心 放料 放线 折弯 折扣 挤出 摇臂 采购 采样 采集 采用 说明 说话 讲究 讲解 领料 领取 领导 审批 审核 审计 停靠 停放 停止 背面 背景 举办 揉搓 抹灰 举升 打样 安全 安排 安装 施工 端口 端子 端面 套筒 套餐 套管 吹塑 叫醒 谈判 谈吐 寄存 寄宿 插座 插头 插件 拔罐 剥离 削减 揉面 养分 缝隙 缝纫 绣花 缠绕 拌料 兑现 兑换 泡茶 泡发 冲泡 冲洗 冲调 晾晒 晒图 唱歌 催款 催收 催办 戴口 穿戴 穿线 穿刺 防止 防范 防治 控制 印制 排气 卖点 卖家 买家 买断 顶替'
  ).split(' '),
)
// Verbs that inside a clause are mostly nouns: a cable's 接头, a 报警, a 计划.
export const oftenNouns = new Set(
  '接头 应急 报警 定位 配料 标识 标记 计划 建议 排列 组合 复合 冷却 存储 储存 包装 设计 预算 输送 传递 规范 创新 记录 报告 编号 点火 开模 统计 控制 应用 复位 提示 平衡 办公 防护 保护 绝缘 装饰 油漆'.split(
    ' ',
  ),
)
const complement =
  /^(?:干净|清楚|清爽|整齐|明白|到位|平整|完整|均匀|结实|仔细|得了|正(?![时常确式在面反])|(?:[好完匀满稳牢懂掉住]|出(?![口厂货库车门院租水风料气纳])|准(?![确备星入])|紧(?![固急张])|平(?![面板台衡均行米方房直整])|直(?![径线角流观])|齐(?!全)|净(?![重水化])|断(?![路面点线电])|开(?![关口度孔料机])|实(?![物际数测])|透(?![明光气视])|熟(?![练悉食])|清(?![单洁洗])|严(?![格密重])|高(?![度温压低处空])|低(?![压温处])))/u
// 晾干, 敲碎, 打散: an ending that says what becomes of it; before a noun the letter may be the noun's.
const ending = /^(?:干|碎|散|化|烂|软|硬|光|亮|通|顺|死|够|倒|薄|细|圆|方|稠|凉|热|透|红|黄|白|黑|活|住|走|满|齐)(?=$|[，、了后再才])/u
const potential = /^不(干净|清楚|清爽|明白|[懂清准到好了动出全住紧平匀牢上下对齐来开拢成起过])(?:[来去](?=$|[，的了]))?/u
// 拆下来, 读出来: whither the thing goes is part of the verb, whatever follows.
const thither = /^[来去](?![料访电源件货往货样路年函])/u

/** The verb that begins at a place of a Chinese text, with its complement (拧紧, 看不懂), or undefined. */
export function findVerbAt(text: string, at: number, end: number, lexicon: OpenLexicon, single = true): VerbFound | undefined {
  const found = lexicon.verbAt(text.slice(at, end), 0)
  if (!found || found.length === 1) {
    const light = single ? lightVerbAt(text, at, end, lexicon) : undefined
    if (light) return { verb: light, form: text[at]!, start: at, end: at + 1 }
  }
  if (!found) return split(text, at, end, lexicon)
  const parted = found.length === 1 ? withinVerb(text, at, end, lexicon) : undefined
  if (parted) return parted
  // 看图纸, 调机床: of a verb that brings its thing along one letter is left over, so the thing is the two letters.
  const match = found.length === 2 && single && /^\p{Script=Han}(?:$|[，、和与])/u.test(text.slice(at + 2, end)) && !makesVerb(text, at + 1, lexicon) ? (lexicon.verbAt(found.form[0]!, 0) ?? found) : found
  const after = at + match.length
  const rest = text.slice(after, end)
  if (match.length > 1) {
    if (makesNoun(rest)) return shorter(text, at, end, lexicon, match.length)
    return { verb: match.verb, form: match.form, start: at, end: after + directionAfter(text, after, end, match.form.at(-1)!) }
  }
  if (!single) return undefined
  const lacking = potential.exec(rest)
  if (lacking) {
    const form = match.form + lacking[1]!
    return { verb: lexicon.verbAt(form, 0)?.verb ?? match.verb, form, start: at, end: after + lacking[0].length, lacking: true }
  }
  // 听得出: what one is able to do.
  const able = /^[得的](干净|清楚|清爽|明白|[懂清准到好了动出住上下开起全拢齐牢稳])(?:[来去](?=$|[，的了]))?/u.exec(rest)
  if (able)
    return {
      verb: lexicon.verbAt(match.form + able[1]!, 0)?.verb ?? match.verb,
      form: match.form + able[1]!,
      start: at,
      end: after + able[0].length,
    }
  const result =
    complement.exec(rest) ??
    ending.exec(rest) ??
    (/[铺盖贴涂抹挂套戴穿系关锁接插换加补喷垫围绑拧装]/.test(match.form) ? /^上(?![下部边方层头述料货]|面(?![单膜粉漆罩]))/.exec(rest) : null) ??
    (/[算答填配核说猜选接找调装放做画写编]/.test(match.form) ? /^对/.exec(rest) : /[填配补收备记]/.test(match.form) ? /^全/.exec(rest) : null)
  if (notVerbs.has(text.slice(at, at + 2)) && !(result && result[0].length > 1)) return undefined
  // 发错, 拿反: what went wrong.
  if (/^[错漏坏偏歪少反丢]/.test(rest) && !(/^漏/.test(rest) && /[找查补堵防测试修]/.test(match.form))) return undefined
  if (makesNoun(rest)) return undefined
  if (result && !/^(?:干净|清楚|清爽|整齐|明白|到位|平整|完整|均匀|结实|仔细|得了)/.test(result[0])) {
    const done = after + result[0].length
    return { verb: match.verb, form: match.form + result[0], start: at, end: done + directionAfter(text, done, end, result[0]) }
  }
  return { verb: match.verb, form: match.form, start: at, end: after }
}

// 听不出来, 测得准: two letters that are a verb together, parted by what one is or is not able to.
function split(text: string, at: number, end: number, lexicon: OpenLexicon): VerbFound | undefined {
  const within = withinVerb(text, at, end, lexicon)
  if (within) return within
  const parted = /^(\p{Script=Han})([不得])(\p{Script=Han})(?:[来去](?=$|[，的了]))?/u.exec(text.slice(at, end))
  if (!parted) return undefined
  const form = parted[1]! + parted[3]!
  const match = lexicon.verbAt(form, 0)
  if (match?.length !== 2) return undefined
  return { verb: match.verb, form, start: at, end: at + parted[0].length, ...(parted[2] === '不' ? { lacking: true as const } : {}) }
}

// 对完刀, 打个孔, 换了胎: between the two letters of a verb that brings its thing along stands what says that it is over, or how often.
function withinVerb(text: string, at: number, end: number, lexicon: OpenLexicon): VerbFound | undefined {
  const parted = /^(\p{Script=Han})(完了?|了|过|个|一下|[一两三]次)(\p{Script=Han})/u.exec(text.slice(at, end))
  if (!parted || longerThing.test(text.slice(at + parted[0].length - 1))) return undefined
  const match = lexicon.verbAt(parted[1]! + parted[3]!, 0)
  return match?.length === 2 && lexicon.verbAt(parted[1]!, 0) ? { verb: match.verb, form: match.form, start: at, end: at + parted[0].length } : undefined
}

const directionAfter = (text: string, at: number, end: number, last: string) =>
  /[出下上回起]/.test(last) && at < end && thither.test(text.slice(at, end)) ? 1 : 0

// 编程序, 上料机: the letter that is left over is no noun's, or the two letters are a verb themselves.
const makesVerb = (text: string, at: number, lexicon: OpenLexicon) => lexicon.verbAt(text.slice(at, at + 2), 0)?.length === 2 || !longerThing.test(text.slice(at))
// Things that begin with the letter of a thing.
const longerThing =
  /^(?:图[纸样形号表]|机[床器油具台组件架头]|料[斗仓盒架单桶]|货[架物品单位]|车[床身辆间架门轮位厢]|线[路束缆槽头圈]|单[据子价号]|表[格单盘]|油[管路箱泵压杯位]|水[管箱泵质位表]|电[缆机路池源表箱]|刀[具架片柄库座]|模[具架板]|菜[单品]|药[水品剂]|账[单目本簿]|票据|件[数号]|孔[径距位]|门[锁窗]|包[裹装]|标[签牌]|样[品件板]|灯[具管])/

// 试运行员 is no 试运行: try what is left of the form, at least two letters.
function shorter(text: string, at: number, end: number, lexicon: OpenLexicon, length: number): VerbFound | undefined {
  return length > 2 ? findVerbAt(text, at, Math.min(end, at + length - 1), lexicon, false) : undefined
}

/** The first verb of two letters or more that begins between two places. */
export function searchVerb(text: string, from: number, end: number, lexicon: OpenLexicon): VerbFound | undefined {
  for (let at = from; at < end - 1; at++) {
    // 手没消毒, 未检验: what was left undone is no action.
    if (/[没未不别莫勿甭]/.test(text[at - 1] ?? '') && at > from) continue
    const found = findVerbAt(text, at, end, lexicon, false)
    if (found && !(at > from && oftenNouns.has(found.form))) return found
  }
  return undefined
}

// 掸一遍, 函证一次, 冲一冲, 压压: how often shows that it is a verb.
const counted = /^([\p{Script=Han}]{1,2}?)(?=一(?:遍|下|次|回|圈|道)|一\1(?:$|[，、])|\1(?:$|[，、]))/u
const guessed =
  /^([\p{Script=Han}])(?=(?:到|在|进|入|给|成|起来|下来|上去|下去|上来|出来|出去|回去|过来|过去|回来))|^([\p{Script=Han}](?:好|高|低|平|稳|紧|正|直|干净|完|掉|开|严|满|对|准|齐|牢|实|匀|透|净|整齐))(?![\p{Script=Han}]{2}的)/u
// How a thing is to be, which is no doing.
export const manners =
  /^(?:对称|细腻|亲切|美观|整洁|规范|标准|均匀|平整|光滑|及时|准确|清晰|到位|熟练|耐心|热情|温和|柔和|饱满|新鲜|统一|一致|明亮|稳定|牢固|结实|合理|灵活|周到|得体|大方|干燥|安静|细腻|自然|匀称|美味|干净|整齐|完整|清楚|小心|仔细|认真|严格|安全|可靠|过关|合格|到家|地道|轻柔|迅速|麻利|利索|白底|机灵|踏实|细心|负责|齐全|齐备|完备)$/u
const privateLife =
  /^(?:说话|做人|熬夜|加班|结婚|请假|离职|辞职|迟到|旷工|休息|回家|上班|下班|吃饭|睡觉|生病|退休|跳槽|罚款|涨价|过年|放假|等等|知道|什么|怎么|哪里|觉得|认为|希望|喜欢|愿意|听说|发火|着急|生气)/u
const plainPair = /^[\p{Script=Han}]{2}$/u

/** A verb that no lexicon knows, by its complement or because nothing else stands after a word of duty: graded a guess. */
export function guessVerbAt(text: string, at: number, end: number, lexicon: OpenLexicon, alone: boolean): VerbFound | undefined {
  const verb = lexicon.verb('do')
  if (!verb) return undefined
  const rest = text.slice(at, end)
  const match = guessed.exec(rest)
  const form = match?.[1] ?? match?.[2] ?? counted.exec(rest)?.[1] ?? (alone && plainPair.test(rest) ? rest : undefined)
  if (
    !form ||
    privateLife.test(form) ||
    /[的了是有不没很太更最都也要会能就人个和快好行够对慢从在往向到用把给按比跟与及各再先还]/.test(form[0]!) ||
    (alone && (/[语话文]$/.test(form) || /[快好行慢齐稳准到够]$/.test(form) || manners.test(form)) && form === rest)
  )
    return undefined
  return { verb, form, start: at, end: at + form.length }
}
