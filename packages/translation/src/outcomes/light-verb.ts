import type { OpenLexicon, Verb } from './lexicon.ts'

type Light = Readonly<{ letter: string; things: RegExp; id: string }>

// Letters that say little by themselves: what they are done to says which verb is meant, and whether the letter is one at all (走线, but 走廊).
// Each row is common knowledge of the language: a letter, the things it takes, the verb that this is.
const lights: readonly Light[] = [
  { letter: '走', things: /(?:线|管|桥架|线槽|缆)$/, id: 'lay' },
  { letter: '走', things: /(?:账|流程|单|审批|手续)$/, id: 'handle' },
  { letter: '跑', things: /(?:单|件|腿)$/, id: 'deliver' },
  { letter: '跑', things: /(?:业务|市场|客户|手续|银行|税务局?)$/, id: 'handle' },
  { letter: '跑', things: /(?:程序|数据|测试|模型|用例|脚本)$/, id: 'test-run' },
  { letter: '出', things: /(?:图纸?|报表|表|报告|方案|单据?|票|账|标书|稿子?|证明|凭证|海报|课件)$/, id: 'prepare' },
  { letter: '出', things: /(?:餐|菜|品|杯)$/, id: 'serve' },
  { letter: '出', things: /(?:车|诊|摊|镜)$/, id: 'do' },
  { letter: '上', things: /(?:料|油|药|水|墨|粉)$/, id: 'refill' },
  { letter: '上', things: /(?:螺丝|螺栓|夹具|模具?|刀|锁|链条|轮胎|卡扣)$/, id: 'install' },
  { letter: '上', things: /(?:漆|色|釉|胶|浆|蜡)$/, id: 'paint' },
  { letter: '上', things: /(?:货|架|柜)$/, id: 'stack' },
  { letter: '上', things: /(?:新品?|链接|产品|商品|活动)$/, id: 'upload' },
  { letter: '上', things: /(?:菜|酒|茶)$/, id: 'serve' },
  { letter: '下', things: /(?:料|网线|管子?)$/, id: 'cut' },
  { letter: '下', things: /(?:订?单|工单|采购单)$/, id: 'take-order' },
  { letter: '下', things: /(?:模具?|架|货)$/, id: 'dismantle' },
  { letter: '下', things: /(?:面条?|饺子|锅)$/, id: 'cook' },
  { letter: '过', things: /(?:秤|磅)$/, id: 'weigh' },
  { letter: '过', things: /(?:筛|箩)$/, id: 'filter' },
  { letter: '过', things: /(?:账)$/, id: 'post-accounts' },
  { letter: '过', things: /(?:塞规|通止规|检具|安检)$/, id: 'inspect' },
  { letter: '撤', things: /(?:布草|台|盘|餐具|床单|桌|被套)$/, id: 'collect' },
  { letter: '起', things: /(?:钉子?|模|苗)$/, id: 'dismantle' },
  { letter: '起', things: /(?:弧)$/, id: 'weld' },
  { letter: '起', things: /(?:草|合同|文案|稿)$/, id: 'write' },
  { letter: '带', things: /(?:徒弟?|新人|学徒|学生|实习生|新手|新员工)$/, id: 'train' },
  { letter: '带', things: /(?:班|队|团队?|人|组|小组)$/, id: 'lead' },
  { letter: '打', things: /(?:黄油|油|机油|润滑脂)$/, id: 'lubricate' },
  { letter: '打', things: /(?:孔|眼|洞|螺纹|丝)$/, id: 'drill' },
  { letter: '打', things: /(?:药|农药|除草剂)$/, id: 'spray' },
  { letter: '打', things: /(?:胶|硅胶|玻璃胶|密封胶)$/, id: 'waterproof' },
  { letter: '打', things: /(?:包|包裹|缠绕膜|带子?)$/, id: 'pack' },
  { letter: '打', things: /(?:标|码|签|标签)$/, id: 'label' },
  { letter: '打', things: /(?:电话)$/, id: 'communicate' },
  { letter: '打', things: /(?:蛋|奶油|奶泡|面|浆)$/, id: 'mix' },
  { letter: '打', things: /(?:字|单子?|小票|面单)$/, id: 'print' },
  { letter: '打', things: /(?:蜡|光|磨)$/, id: 'grind' },
  { letter: '打', things: /(?:毛衣|围巾)$/, id: 'weave' },
  { letter: '拉', things: /(?:线|网线|电缆|光缆|电线|皮尺|警戒线)$/, id: 'lay' },
  { letter: '拉', things: /(?:报表|数据|清单|流水|明细)$/, id: 'query-data' },
  { letter: '拉', things: /(?:面|面条|拉面)$/, id: 'make' },
  { letter: '报', things: /(?:税|个税|增值税|所得税|关)$/, id: 'declare' },
  { letter: '编', things: /(?:程序|宏|代码|脚本|PLC|UG|G代码|刀路)$/i, id: 'program' },
  { letter: '编', things: /(?:教案|方案|预算|计划|标书|文件|手册)$/, id: 'prepare' },
  { letter: '配', things: /(?:VLAN|网络|路由|路由器|交换机|IP|地址|环境|服务器|参数|端口)$/i, id: 'configure' },
  { letter: '配', things: /(?:字幕|音乐|图|音)$/, id: 'edit' },
  { letter: '配', things: /(?:货|单|料|件)$/, id: 'collect' },
  { letter: '划', things: /(?:线|基准)$/, id: 'stake-out' },
  { letter: '划', things: /(?:VLAN|网段|子网)$/i, id: 'configure' },
  { letter: '剪', things: /(?:片子?|视频|素材)$/, id: 'edit' },
  { letter: '修', things: /(?:图|片|照片)$/, id: 'edit' },
  { letter: '点', things: /(?:货|数|件|钱|现金|库存)$/, id: 'count' },
  { letter: '点', things: /(?:胶|锡膏)$/, id: 'join' },
  { letter: '点', things: /(?:火)$/, id: 'start' },
  { letter: '对', things: /(?:零点?|中心|中|焦|版)$/, id: 'align' },
  { letter: '对', things: /(?:账|单)$/, id: 'reconcile' },
  { letter: '对', things: /(?:刀)$/, id: 'set-tool' },
  { letter: '圈', things: /(?:地|网|图)$/, id: 'stake-out' },
  { letter: '吊', things: /(?:顶)$/, id: 'install' },
  { letter: '跟', things: /(?:单|车|台|进度)$/, id: 'monitor' },
  { letter: '开', things: /(?:票|发票|单|收据|证明|处方|药方|提货单)$/, id: 'issue' },
  { letter: '开', things: /(?:孔|槽|坡口|榫)$/, id: 'machine' },
  { letter: '开', things: /(?:机|设备|空调|泵|阀门?|电源)$/, id: 'start' },
  { letter: '倒', things: /(?:角)$/, id: 'machine' },
  { letter: '倒', things: /(?:车|库)$/, id: 'drive' },
  { letter: '推', things: /(?:轮椅|病人|老人)$/, id: 'move' },
  { letter: '沏', things: /(?:茶)$/, id: 'brew' },
  { letter: '倒', things: /(?:茶|水|酒)$/, id: 'serve' },
  { letter: '逗', things: /(?:孩子|老人|小孩)$/, id: 'calm' },
]
const byLetter = new Map<string, Light[]>()
for (const one of lights) byLetter.set(one.letter, [...(byLetter.get(one.letter) ?? []), one])

// What stands between the letter and its thing: how many, of what sort; no verb's complement and no word of its own.
const between = /^(?:[一两二三四五六七八九十几\d]*[个张条份根道批组套台排]|点儿?|些|一下|[\p{Script=Han}A-Za-z\d]{0,5})$/u

/**
 * The verb that a light letter is, told by the thing behind it (to the end of its piece); undefined where no such thing stands there.
 * @example lightVerbAt('走管穿线', 0, 2, lexicon)?.id // 'lay'
 */
export function lightVerbAt(text: string, at: number, end: number, lexicon: OpenLexicon): Verb | undefined {
  const rows = byLetter.get(text[at] ?? '')
  if (!rows) return undefined
  const rest = /^[\p{Script=Han}A-Za-z\d]{1,9}/u.exec(text.slice(at + 1, end))?.[0]
  if (!rest) return undefined
  for (const { things, id } of rows) {
    const met = things.exec(rest)
    if (met && between.test(rest.slice(0, met.index))) return lexicon.verb(id)
  }
  return undefined
}
