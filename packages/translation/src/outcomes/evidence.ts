import type { LocalizedText } from '@guildhall/kernel'
import type { EvidenceForm, LexiconItem, Verb } from './lexicon.ts'

/** Names of the forms, in plain words. `words` repeats them for screens; the command needs them without the words package. */
export const evidenceNames: Readonly<Record<EvidenceForm, LocalizedText>> = {
  oral: { zh: '口头提问与标注图', en: 'oral questions, labelled drawing', de: 'mündliche Fragen, beschriftete Zeichnung' },
  observed: { zh: '现场操作观察（对照检查表）', en: 'observed work sample with checklist', de: 'beobachtete Arbeitsprobe mit Checkliste' },
  measured: { zh: '作品与检测数据', en: 'work sample with measured product', de: 'Arbeitsprobe mit gemessenem Werkstück' },
  fault: { zh: '预设故障排查并说明理由', en: 'planted-fault task, reasoning explained', de: 'Aufgabe mit eingebautem Fehler, Begründung' },
  case: { zh: '案例与决策说明', en: 'case with decision note', de: 'Fallaufgabe mit Entscheidungsnotiz' },
  session: {
    zh: '带教过程，由第二人见证',
    en: 'guided session seen by a second person',
    de: 'Anleitung unter Beobachtung einer zweiten Person',
  },
  project: { zh: '项目成果与答辩', en: 'project with product and defence', de: 'Projekt mit Ergebnis und Verteidigung' },
  document: {
    zh: '作品：填好的单据或文件',
    en: 'work sample: completed document, checked',
    de: 'Arbeitsprobe: ausgefülltes Dokument, geprüft',
  },
  service: {
    zh: '真实或模拟服务情境观察',
    en: 'observed service situation or role play with checklist',
    de: 'beobachtete Kundensituation oder Rollenspiel mit Checkliste',
  },
  system: { zh: '系统上机操作作品', en: 'work sample on the system, checked', de: 'Arbeitsprobe am System, geprüft' },
  'two-contexts': {
    zh: '在两个不同情境中的观察',
    en: 'observation in two different contexts',
    de: 'Beobachtung in zwei verschiedenen Situationen',
  },
}

const documents = /(?:单据?|表|报告|记录|凭证|发票|台账|账本?|档案|合同|文件|方案|计划|图纸|标签|票据|日志|病历|手续|材料清单|工艺卡)$/
const software =
  /程序|软件|系统|代码|网站|网页|数据库|服务器|接口|脚本|PLC|CAD|Excel|ERP|WMS|店铺|页面|App|后台|小程序|图片|视频|直播间|模型|算法|账号/i
const people = /客户|客人|顾客|旅客|乘客|病人|患者|老人|孩子|儿童|幼儿|婴儿|宝宝|产妇|家属|家长|学生|学员|业主|游客|买家/
const staff = /新人|徒弟|学徒|员工|新员工|班组|团队|下属|实习生|同事|店员|组员/

const western = {
  documents:
    /(?:\b(?:forms|reports?|records?|invoices?|receipts?|lists?|files?|contracts?|documents?|drawings?|labels?|notes?|logs?|plans?|papers|statements?|returns?|accounts?|bookings?|orders|paperwork|documentation|minutes)|(?:formulare?|berichte?n?|protokolle?|rechnung(?:en)?|belege?n?|listen?|verträge?|verträgen|dokumente?n?|unterlagen|zeichnung(?:en)?|pläne?n?|plan|lieferscheine?n?|bescheide?n?|buchung(?:en)?|konten|papiere|dokumentation|abschlüsse?n?|abrechnung(?:en)?|anträge?n?))$/i,
  software:
    /\b(?:programs?|programmes?|software|systems?|code|websites?|web ?\w*|databases?|servers?|scripts?|PLCs?|CAD|Excel|ERP|WMS|SAP|shop system|pages?|apps?|pictures?|videos?|laptops?|computers?|networks?|routers?|accounts?|data|backups?|Programme?n?|Datenbank(?:en)?|Webseiten?|Skripte?n?|SPS|Shop\w*|Fotos?|\w*(?:daten|fotos|videos|programme?|server|logs|loggs|system(?:e|en)?|netzwerke?s?|rechner|software|seiten|passwörter))\b/i,
  people: /(?:customers?|guests?|patients?|residents?|relatives?|children|clients?|visitors?|passengers?|kund(?:e|en|in|innen)|gäste?n?|gast|patient(?:en|in|innen)?|bewohner(?:n|in|innen)?|angehörigen?|kindern?|mandanten)$/i,
  staff: /(?:colleagues?|apprentices?|trainees?|staff|employees?|team|newcomers?|starters?|hires|workers|auszubildenden?|azubis?|kollegen|mitarbeiter(?:n|innen)?|lehrlinge?n?|neuen|team)$/i,
}
const chinese = { documents, software, people, staff }

/** The form by class of verb and kind of object (ENGINES 1.6.7); a key competence asks for two contexts. */
export function findEvidence(verb: Verb | undefined, object: string, item: LexiconItem | undefined): EvidenceForm {
  const kinds = /\p{Script=Han}/u.test(object) ? chinese : western
  if (!verb) return item?.evidence ?? 'observed'
  if (item?.kind === 'key') return 'two-contexts'
  if (verb.class === 'create' || verb.form === 'session' || verb.class === 'evaluate') return verb.form
  if (verb.class === 'understand') return verb.form
  if (verb.class === 'analyse') return verb.form
  if (kinds.staff.test(object) && /train|instruct|lead|supervise/.test(verb.id)) return 'session'
  if (kinds.documents.test(object)) return 'document'
  if (kinds.software.test(object)) return 'system'
  if (kinds.people.test(object) && verb.class === 'apply') return 'service'
  return verb.form
}
