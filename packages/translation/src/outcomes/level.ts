import { type Level, type Reason, toLevel } from '@guildhall/kernel'
import type { OutcomeDraft } from '../types.ts'
import type { LexiconItem, Verb } from './lexicon.ts'
import type { OutcomeReasonCode } from './reasons.ts'

type Cue = Readonly<{ code: OutcomeReasonCode; words: RegExp; floor?: Level; cap?: Level; shift?: number }>

/** What words say about responsibility and autonomy, after the column of that name of the EQF (ENGINES 1.6.6). */
export const levelCues: readonly Cue[] = [
  {
    code: 'under-guidance',
    words:
      /(?:在[^，]{0,8}(?:指导|带领|监督|协助|安排|帮助|看护)下)|跟着[^，]{0,4}(?:师傅|老员工|班长)|由[^，]{1,5}带着|打下手|协助(?:师傅|工程师|老师|医生|厨师|护士|主管)|辅助(?:师傅|工程师)|\bunder (?:guidance|supervision|instruction)|\bassist(?:ing)?\b|unter (?:anleitung|aufsicht)|unter Anleitung|unter Aufsicht/i,
    cap: 2,
  },
  {
    code: 'following-procedure',
    words:
      /(?:按照?|依照|照着?|根据|参照)[^，]{0,8}(?:作业指导书|指导书|操作规程|规程|作业卡|步骤|说明书|流程|标准作业|SOP|操作手册|要求(?!设计))|following (?:a |the )?(?:procedure|instructions?|checklist)|according to (?:instructions?|procedures?)|nach (?:Vorgabe|Anweisung|Arbeitsanweisung)/i,
    cap: 3,
  },
  {
    code: 'independently',
    words:
      /独立|单独|自己(?!的)|自行|一个人(?:就)?能?|一人|独自|单人|independent(?:ly)?|on (?:your|their|his|her) own|unsupervised|by (?:him|her|your|them)sel(?:f|ves)|\ballein\b|\balleine\b|selbstst?ändig|eigenständig|eigenverantwortlich/i,
    floor: 3,
    shift: 0.5,
  },
  {
    code: 'without-supervisor',
    words:
      /(?:没有?|无)(?:班长|组长|主管|师傅|领导|工程师|经理|人带|人指导|人盯|人教|老师傅)|(?:班长|组长|主管|师傅|经理)不在|夜班(?:就|只有?)?一个?人|单独值(?:班|夜)|无人(?:指导|监督)|without (?:the |a )?(?:shift leader|supervisor|foreman)|alone at night|ohne (?:Schichtleit\w*|Vorgesetzte\w*|Meister\w*)/i,
    floor: 4,
    shift: 0.5,
  },
  {
    code: 'unknown-cause',
    words:
      /(?:查|找|分析|判断|弄清|搞清|查明|诊断|追查)[^，]{0,10}(?:原因|病因|毛病|根源|问题(?:出)?在)|疑难|复杂(?:故障|问题|工况|零件|曲面|情况)|偶发|不明(?:原因|故障)|未知|非标|哪里出|哪儿出|什么原因|怎么回事|find out why|unknown (?:fault|cause)|root cause|non-standard|unbekannte? (?:Ursache|Fehler)|Ursache/i,
    shift: 1,
  },
  {
    code: 'trains-others',
    words:
      /带新人|带徒|带教|带学徒|带学生|带实习生|教(?:会)?(?:新人|新员工|徒弟|学徒|新来)|培训(?:新|员工|操作|人员|班组|店员|徒弟)|指导(?:新|员工|徒弟|学徒|操作|学生|他人|班组|初级|低级|实习)|传帮带|train (?:others|new|staff|apprentices)|coach|anleiten|Auszubildende|einarbeiten/i,
    floor: 4,
  },
  {
    code: 'leads-team',
    words:
      /带班(?!上课)|带领(?:班组|团队|小组|[\d一二两三四五六七八九十]+[个名]?人)|带(?:班组|团队|队伍|[\d一二两三四五六七八九十]+个人)|管理(?:班组|团队|小组|[\d一二两三四五六七八九十]+[个名]?人)|领导(?:班组|团队)|班组管理|团队管理|当班长|lead (?:a |the )?(?:team|shift)|team leader|Team leiten|Schicht leiten|Führung von/i,
    floor: 5,
  },
  {
    code: 'leads-department',
    words:
      /(?:全面负责|负责整个|全面管理|主管|管理)(?:整个)?(?:部门|车间|全店|门店|工厂|分公司|事业部|全厂)(?=$|[，。的]|运营|工作)|部门预算|年度预算|损益|responsible for (?:the |a )?department|budget|Abteilung leiten|Budget/i,
    floor: 6,
  },
  {
    code: 'new-method',
    words: /新工艺(?:研|开)|新方法|研发新|前沿|科研|专利|首创|new methods?|research|neue Verfahren|Forschung/i,
    floor: 6,
  },
  { code: 'routine', words: /简单|基础(?:的)?(?:操作|维护|保养|清洁)|普通(?:的)?(?:清洁|搬运)|simple|basic|routine|einfach/i, shift: -1 },
  { code: 'expert', words: /精通|资深|高难度|疑难杂症|expert|fundiert|profound/i, shift: 1 },
]

export type LevelAsk = Readonly<{ words: string; lead: string; verb?: Verb; pair?: Verb; item?: LexiconItem }>

/** Level of an outcome by the class of its verb and the cue words around it; every step leaves its reason. */
export function findLevel(ask: LevelAsk): OutcomeDraft['level'] {
  const reasons: Reason<OutcomeReasonCode>[] = []
  const verb = ask.pair && ask.verb && ask.verb.id !== 'assist' && ask.pair.base > ask.verb.base ? ask.pair : ask.verb
  let base = 3
  if (verb) {
    base = verb.base
    reasons.push({ code: 'level-verb-class', params: { class: verb.class, level: verb.base } })
  } else if (ask.item) {
    base = Math.round((ask.item.level.low + ask.item.level.high) / 2)
    reasons.push({ code: 'level-from-item', params: { low: ask.item.level.low, high: ask.item.level.high }, source: ask.item.id })
  } else reasons.push({ code: 'level-no-verb' })
  let floor = 1
  let cap = 8
  let shift = 0
  // 教会他们独立操作: on one's own counts only where it stands before the verb.
  const met = levelCues.filter((cue) => cue.words.test(cue.code === 'independently' ? ask.lead : ask.words))
  for (const cue of met) {
    reasons.push({ code: cue.code, params: { words: cue.words.exec(ask.words)?.[0] ?? '' } })
    floor = Math.max(floor, cue.floor ?? 1)
    cap = Math.min(cap, cue.cap ?? 8)
    // From level 5 on, autonomy is what the level means already: it lifts nothing further.
    shift += base >= 5 && /^(?:independently|without-supervisor)$/.test(cue.code) ? 0 : (cue.shift ?? 0)
  }
  shift = Math.max(-1, Math.min(1, shift))
  const contradictory = cap < floor
  if (contradictory) reasons.push({ code: 'contradictory', params: { floor, cap } })
  const value = toLevel(Math.min(cap, Math.max(Math.min(floor, cap), Math.floor(base + shift + 0.5))))
  const grade = contradictory ? 'guess' : met.length > 0 && verb ? 'sure' : verb ? 'likely' : 'guess'
  const spread = grade === 'sure' ? 0 : 1
  return { value, low: toLevel(Math.max(1, value - spread)), high: toLevel(Math.min(8, value + spread)), grade, reasons }
}
