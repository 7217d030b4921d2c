import type { StatementKind } from '../types.ts'

/** What a clause may be, for the learned reading: `work` is anything to be done or known, `unneeded` says that something is not asked for. */
export const voices = ['work', 'requirement', 'trait', 'offer', 'noise', 'unneeded'] as const
export type Voice = (typeof voices)[number]

/** What the rules saw before: their own cue and the role they would give, and the class of the verb at the head, where there is one. */
export type RuleView = Readonly<{ cue: StatementKind | 'open' | 'negated'; role: string; verb: string | undefined }>

// The structure of a clause in yes-or-no questions. Each is a closed class of function words or a grammatical frame, no list of what sentences happened to say.
const frames: readonly (readonly [string, RegExp])[] = [
  ['who:firm', /^(?:我们|咱们?|俺们?|公司|本公司|厂里|本厂|我司|我厂|老板|单位|店里|这里|这边)/],
  ['who:you', /^(?:你们?|学校|学生|毕业生|贵校)/],
  ['who:others', /^(?:他们?|她们?|人家|别人|大家|谁|有人|老有人|有的人?|个个|现在的|新来的|来的|以前)/],
  ['who:person', /^[\p{Script=Han}]{1,3}(?:人|员|工|师傅|长|手)(?![要会能得])/u],
  ['what:person', /^(?:人|手脚?|手|脚|嘴巴?|心|眼里?|脑子|头脑|性子|性格|脾气|做事|办事|为人|干活|说话|态度|思路|反应)(?:要|得|一定|必须|别|很|[\p{Script=Han}]{1,2}$)/u],
  ['when:past', /昨[天晚]|前[天年几]|去年|上(?:个?月|周|次|回|批|星期)|刚才|刚刚|那天|以前|今早|有一[次回]/],
  ['when:now', /最近|这(?:阵|几天|个月|两年|段)|现在|今年|目前|如今|到现在|越来越/],
  ['when:always', /老是?|总是?|天天|经常|动不动|三天两头|次次|一直|到处/],
  ['when:each', /每(?:天|日|周|月|年|班|次|个)/],
  ['did:final', /[^为]了[吧呢啊嘛]?$/],
  ['did:inside', /[^为除极好罢到完]了(?=[\p{Script=Han}\d])/u],
  ['did:once', /过(?=[\p{Script=Han}\d])(?!磅|程|滤|期|关|流|载|账|渡|硬|量|高|低|大)/u],
  ['goes:on', /[^着]着(?!火|装|色|陆|手|力|重|急)/],
  ['must', /要(?!么|是|不|求|点|素|件|领|命)|必须|务必|需要|得(?!到|了|很|太|上|起|住|下|过|来|罪|以|意|[\p{Script=Han}]{0,2}$)|应当?该?(?!届|急|用|聘|付)/u],
  ['able', /能(?!源|耗|量|不能)|会(?!议|计|员|不会|影响|有)|可以/],
  ['willing', /肯|愿意?|乐意|喜欢|热爱|服从|接受|适应|敢/],
  ['dont', /^[^，]{0,8}(?:(?<![识辨区判鉴级类性个特分差甄])别(?!的|人|墅)|莫(?!名|大)|甭|勿|不要(?!求|紧)|不[能得许准可](?![不以]))/],
  ['unneeded', /不(?:用|必|需|限|要求|强求|看|论|卡|管)|无[需所]|没关系|没事|不要紧|都(?:行|可以?)$|也(?:行|可以?|没|能)/],
  ['without', /没有?|无(?![需所])|缺|少了/],
  ['not', /不/],
  ['asks:particle', /[吗呢么]$|不$/],
  ['asks:choice', /有没有|([\p{Script=Han}])不\1|是否/u],
  ['asks:word', /什么|怎么|哪(?!里都)|多少|几[个位人年]|谁/],
  ['money', /[\d一二两三四五六七八九十百千万半]+(?:多)?(?:元|块|千|万|百|k|K)(?!克|米|瓦|伏|转|个|件|斤|字)|钱|薪|工资/],
  ['gives', /^(?:公司|厂里|我们|入职|进厂)?(?:给|发|包|送|补|管|免|报|配|有|提供|享受|安排|交|买)/],
  ['to-you', /给(?:你|新人|员工|大家|交|报|买|考)|送(?:你|去)|带你|教你|帮你/],
  ['paid-for', /(?:公司|单位|老板|厂里)[\p{Script=Han}]{0,3}(?:出|垫|付|承担|报|掏)/u],
  ['years', /[\d一二两三四五六七八九十]+年(?!底|会|终|初)/],
  ['age', /岁|[二三四五]十(?:以[上下内]|出头)|年满|年轻/],
  ['paper', /证|照(?![片明着])|学历|专业|毕业|文凭|职称|文化/],
  ['figure', /\d/],
  ['prefer', /优先|最好|更好|加分/],
  ['people', /男|女(?!儿)|岁|身体|身高|应届|退伍/],
  ['is', /是(?!否)/],
  ['has', /有(?!效|序|关)/],
  ['degree', /很|太|特别|比较|[\p{Script=Han}]一点|这么|那么|越/u],
  ['habit', /一[^，]{1,7}?就(?!要|得|必须|能|会|应|可以)/],
  ['twice', /([\p{Script=Han}]{1,2}一[次个年天下])[\p{Script=Han}]{0,3}\1|(?:.)一(?:次|回).一(?:次|回)/u],
  ['all', /都|全(?!部|面|勤)|光(?!栅|源|电|洁)|谁也/],
  ['back', /^(?:把|将|对|给|用|按|根据|在)/],
  ['leads', /^(?:负责|能|会|可|要|需|必须|得|应|独立|熟练|主要|协助|参与|具体)/],
  ['trained', /^(?:有|具有|具备)[\p{Script=Han}]{1,8}(?:精神|意识|心|感|能力|观念|素质|力)$/u],
  ['quality', /(?:强|好|高|稳|快|细|勤|正|紧|开朗|认真|负责|踏实|主动|积极|细心|耐心)$/],
  ['four', /^[\p{Script=Han}]{4}$/u],
]

/**
 * The features of a clause: its letters and their neighbours, its frames, and what the rules saw. Presence only, no counts.
 * @example featuresOf('五险一金', { cue: 'offer', role: 'offer', verb: undefined }) // includes '五险', 'r:offer', 'v:none', 'f:four'
 */
export function featuresOf(clause: string, view: RuleView): string[] {
  const found = new Set<string>()
  // Figures and Latin names are one letter each: which figure says nothing of the kind.
  const masked = `^${clause.replace(/[\d.]+|[一二两三四五六七八九十百千万半]+(?=[元块个年月天岁小时人台件斤次])/g, '#').replace(/[A-Za-z]+/g, 'A')}$`
  for (const length of [1, 2, 3]) for (let at = 0; at + length <= masked.length; at++) found.add(masked.slice(at, at + length))
  for (const [name, frame] of frames) if (frame.test(clause)) found.add(`f:${name}`)
  // Told plainly, without duty, ability, will or order: then the verb at the head, or its absence, says most.
  const plain = !['must', 'able', 'willing', 'dont', 'leads', 'back'].some((name) => found.has(`f:${name}`))
  if (plain) found.add('f:plain').add(`p:${view.verb ?? 'none'}`)
  if (plain && ['did:final', 'did:inside', 'goes:on', 'is', 'all', 'when:always', 'when:now', 'degree'].some((name) => found.has(`f:${name}`)))
    found.add('f:tells')
  found.add(`c:${view.cue}`)
  found.add(`r:${view.role}`)
  found.add(`v:${view.verb ?? 'none'}`)
  found.add(`n:${clause.length <= 4 ? 'short' : clause.length <= 9 ? 'middle' : 'long'}`)
  return [...found]
}
