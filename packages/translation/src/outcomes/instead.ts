import type { LocalizedText, Reason } from '@guildhall/kernel'
import type { Link, OutcomeDraft, Provenance } from '../types.ts'
import type { Clause } from './judge.ts'
import { evidenceNames, findEvidence } from './evidence.ts'
import { objectOfLabel, verbOfLabel } from './label-object.ts'
import { findLevel } from './level.ts'
import type { OpenLexicon } from './lexicon.ts'
import { starterTaxonomy } from './links.ts'
import { type NormalText, toOriginal } from './normalise.ts'
import type { OutcomeReasonCode } from './reasons.ts'

// What a forbidden habit asks for instead, by the competence that every trade shares. First that fits; none that fits leaves it open.
const instead: readonly Readonly<{ item: string; words: RegExp }>[] = [
  { item: 'gh:key:038', words: /(?:图纸|程序|名单|资料|配方|报价|底价)[^，]{0,4}(?:[发传拍讲]|带(?:出|走)|给(?:外|别))|朋友圈|外传|泄露|泄密/ },
  {
    item: 'gh:key:029',
    words:
      /手套|短接|屏蔽|安全(?!库存)|防护|护罩|光栅|围栏|急停|带电|湿手|徒手|超载|超速|酒|烟|站人|下面(?:走|站|过)|钻进|爬|翻(?:越|过)|跨|违章|冒险|不戴|不穿|疲劳/,
  },
  {
    item: 'gh:key:015',
    words:
      /(?:打电话|[找喊叫问等靠指望催](?:[^，]{0,3}(?:人|厂家|师傅|班长|组长|主管|领导|工程师|别人|老师|我|技术|机修|维修))|喊救命|求人)|等(?:着|人|别人)|拿主意|空着?手|甩手|坐着等|干等/,
  },
  {
    item: 'gh:key:016',
    words:
      /一[^，]{0,6}?(?:报警|报错|停|坏|故障|卡|死机|出错|出问题|不动|不转|异常)[^，]{0,3}就[^，]{0,4}(?:按|复位|重启|关机?|断电|换|拆|拔|敲|砸)|只看表面|光看(?:表面|结果)/,
  },
  { item: 'gh:key:040', words: /凭(?:感觉|经验|印象|记忆)|想当然|图省事|图快|跳(?:过|步)|省(?:了|掉|略)?(?:步骤|工序)|自己(?:改|定|乱)|乱改|随便(?:改|动|调)|差不多就/ },
  { item: 'gh:key:002', words: /瞒|闷着|憋着|不吭声|不说|不报|拖到|追着问|等[^，]{0,4}(?:问|发现)才|藏着/ },
  { item: 'gh:key:035', words: /堆(?!垛)|乱[放丢扔摆]|随(?:手|便)(?:放|丢|扔|摆)|到处(?:放|丢|扔)|占(?:道|通道)|挡/ },
  { item: 'gh:key:041', words: /浪费|糟蹋|大手大脚/ },
  { item: 'gh:key:044', words: /推给|互相推|甩锅|赖(?:别|人|机)|怪(?:别|人|机)/ },
]

type Context = Readonly<{ normal: NormalText; lexicon: OpenLexicon }>

/**
 * The outcome that a forbidden habit asks for instead, in the words of a competence that all trades share; undefined where none says it well, so that it
 * stays open with the words shown. Everything in it is a guess until a person accepts it.
 * @example 别一停就打电话 becomes "solve problems independently"; 别老开着窗 becomes nothing
 */
export function toInstead(clause: Clause, { normal, lexicon }: Context): OutcomeDraft | undefined {
  if (!clause.forbids) return undefined
  const words = normal.text.slice(clause.start, clause.end)
  const id = instead.find((one) => one.words.test(words))?.item
  const item = id === undefined ? undefined : lexicon.item(id)
  const verb = item && lexicon.verb(item.verb)
  if (!item || !verb) return undefined
  const span = toOriginal(normal, clause.start, clause.end)
  const from: Provenance = { kind: 'lexicon', id: item.id }
  const { when } = clause.forbids
  const condition: LocalizedText | undefined =
    when && circumstance.test(normal.text.slice(when.start, when.end)) ? { zh: normal.shown.slice(when.start, when.end) } : undefined
  const reason: Reason<OutcomeReasonCode> = { code: 'turned-around', params: { words: normal.shown.slice(clause.start, clause.end) }, source: item.id }
  const form = findEvidence(verb, item.label.zh, item)
  const level = findLevel({ words: '', lead: '', item })
  const link: Link = {
    concept: item.id,
    taxonomy: starterTaxonomy,
    label: item.label.zh,
    score: 0.5,
    sure: false,
    evidence: [{ ...span, matched: item.label.zh }],
    lanes: {},
    reasons: [reason],
  }
  return {
    span,
    kind: item.kind,
    action: { value: { verb: verb.id, text: { zh: verbOfLabel(item, lexicon) ?? verb.zh[0]!, en: verb.en[0]!, de: verb.de[0]! } }, from, grade: 'guess' },
    object: { value: objectOfLabel(item, lexicon), from, grade: 'guess' },
    independent: false,
    ...(condition && when ? { condition: { value: condition, from: { kind: 'span', ...toOriginal(normal, when.start, when.end) }, grade: 'likely' } } : {}),
    level: { ...level, reasons: [reason, ...level.reasons] },
    evidence: { value: { form, text: evidenceNames[form] }, from: { kind: 'default', id: `${verb.class}/${form}` }, grade: 'guess' },
    links: [link],
    text: condition ? { zh: `${condition.zh}，${item.label.zh}` } : item.label,
  }
}

// 开机床, 通道里, 报警了: when or where, and not who.
const circumstance = /[里上中内外前后时]$|了$|^(?:开|进|上|下|用|拿|装|卸|换|修|吊|发|收|停|搬|登|过|干)[\p{Script=Han}A-Za-z]{2,}/u
