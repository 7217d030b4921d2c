// What may stand before the verb of a Chinese clause without being part of the outcome. Sticky patterns: each is tried at one place.

/** Ability and duty: 能, 会, 负责, 要求. */
export const frameWord =
  /(?:要求(?!事项|[\p{Script=Han}]{0,2}标准)|必须要?|务必要?|需要|需(?!求)|应当|应该|应(?!用|急|付|收|聘|变|答|力|对)|得(?!到|出|分)|要(?!点|素|件|领)|能够|能(?!量|源|耗|效|见度)|会(?!议|计|员|场|所|展|诊|客|签|务)|可以|可(?!编程|靠|视|燃|回收|调|追)|主要负责|全面负责|负责(?!人)|主要(?!设备|部件)|承担|善于|擅长|懂得|学会|学着|学好|上岗后?|入职后?|平时|日常(?!用品|台账|数据|运营)|工作内容(?:是|为)?|内容(?:是|为)|至少(?=会|能|要|懂)|最好(?=会|能|懂)|最起码|起码(?=会|能|要)|想(?:找|招)个?|找个|来个|招个|希望|有能力|有办法|不会(?!有|出|再)|还不会|连|每个人|人人|谁都)/uy

/** How it is done, without a figure. */
export const adverb =
  /(?:能?独立|单独|自行|自己|自个儿?|亲自|亲手|动手|及时|准确|认真|仔细|严格|快速|迅速|尽快|正确|安全地?(?=[\p{Script=Han}]{2})|主动|积极|妥善|合理|有效|全面|彻底|重新|反复|逐一|逐个|逐项|逐步|逐件|一一|马上|立即|立马|立刻|赶紧|赶快|随时|按时|按期|准时|定时|按需|共同|一起|一次性|熟练|规范|科学|灵活|细致|耐心|热情|礼貌|细心|精准|精确|高效|稳妥|小心|轻轻|用心|简单|初步|基本(?=[掌了会能])|大致|都|也|还得|还要|还|再(?!生|造)|先(?!进)|然后|接着|接下来|随后|最后|首先|其次|同时|并且|并(?!联|行|发|购|网|排|轨)|且|而且|就|才|一定要?|千万|务必|一般|顺便|另外|此外|统一|集中|远程|在线|现场|手工|手动|人工|持续|不断|深入|大胆|每个(?=都)|全程|实时|提前|事先|临时|继续|分别|各自|老|总是?|经常|常常|老是|随手|好好|慢慢|快点?|多(?=[看问学])|完整|清楚|如实|当场|当面|逐台|按序|有序|有计划|有针对性)地?/uy

/** Who does it: only taken where an ability, a manner or a verb follows. */
export const subject =
  /(?:(?:招来|新来|刚来|来|现在|新招)的?(?:这些|那些|这批|那个|几个)?(?:人|毕业生|学生|徒弟|员工|小伙子|小年轻|年轻人|新人|技术员)?|(?:这个?|该|本|此)岗位|我们|你们|咱们?|他们|她们|大家|俺们?|(?:新|老)?员工|操作[工员]|新人|新手|新来的|学徒工?|徒弟|(?:当班)?班长|组长|班组长|实习生|学生|毕业生|工人|技工|司机|厨师|护士|护理员|服务员|前台|客服|店员|导购|仓管员?|质检员|焊工|电工|钳工|维修工|技术员|收银员|保洁员?|保安|快递员|美容师|老师|阿姨|师傅|我|你|他|她|人)(?:气|们)?/uy

/** Knowing: a noun after it is an outcome of knowledge, a verbal noun one of skill. */
export const knowing = /(?:熟练(?:地)?掌握|熟练运用|熟练应用|掌握|熟悉|熟知|了解(?!清楚|客户需求|顾客需求)|精通|通晓|懂(?!得)|懂得|知道|晓得|明白|清楚(?=[\p{Script=Han}])|具备|具有|拥有|会(?=[A-Za-z]))/uy

/** Sounds at the end of spoken clauses. */
export const particle = /[了咯啦嘞哈撒噻嘛呗哦呢吧啊呀哟的地]+$/u

/** Takes a sticky pattern at a place; the end of what it took, or -1. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match && match[0].length > 0 ? at + match[0].length : -1
}
