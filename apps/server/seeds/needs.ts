import { act } from '../src/platform/database/doors.ts'
import type { House } from '../src/platform/context.ts'
import { acceptOutcome, addNeed, addVisit, answerOutcome, askEnterprise, makeContactLink, setNeedAside } from '../src/modules/needs/index.ts'
import { createEngine } from '../src/modules/translation/index.ts'
import type { SeededDirectory } from './directory.ts'
import { seedNeeds, type SeedNeed } from './needs.data.ts'
import { asPerson, type SeedClock } from './people.ts'
import type { SeededProgrammes } from './programmes.ts'

/** What later seeds need: the outcome that a need with a key became, and the need itself. */
export type SeededNeeds = Readonly<{ outcome: (key: string) => string; need: (key: string) => string }>

const contactOf: Record<string, string> = { hengli: 'hengli.hr', bosheng: 'bosheng.hr', yunda: 'yunda.hr', linde: 'linde.hr', fulin: 'fulin.owner', northgate: 'northgate.hr' }
const teacherOf: Record<string, string> = { 460301: 'tanxi.teacher', 460103: 'tanxi.teacher2', 530802: 'tanxi.teacher3', 660103: 'lihu.teacher' }

/** Each need is said by its enterprise or heard at a visit, on its day; some are translated a week later by the teacher of the major. */
export async function seedNeedStories(house: House, clock: SeedClock, directory: SeededDirectory, programmes: SeededProgrammes): Promise<SeededNeeds> {
  const engine = createEngine()
  const outcomes = new Map<string, string>()
  const needs = new Map<string, string>()
  try {
    for (const seed of seedNeeds) {
      clock.set(`${seed.on}T01:30:00Z`)
      const id = await say(house, directory, programmes, seed)
      if (seed.key) needs.set(seed.key, id)
      clock.set(later(seed.on, 7))
      const college = seed.to ?? 'tanxi'
      if (seed.setAside) await setNeedAside(asPerson(house, directory.person(`${college}.lead`)), id, seed.setAside)
      if (!seed.outcome && !seed.sameAs) continue
      const teacher = asPerson(house, directory.person(teacherOf[seed.major ?? '460301']!))
      const bench = await acceptOutcome(teacher, engine, id, { spans: [{ start: 0, end: seed.text.length }], draft: null, edited: false, ...(seed.sameAs ? { outcomeId: outcomes.get(seed.sameAs)! } : { outcome: outcomeOf(seed.outcome!, programmes.major(seed.major ?? '460301')) }) })
      const outcomeId = bench.decisions.at(-1)!.outcome!.id
      if (seed.key) outcomes.set(seed.key, outcomeId)
      if (seed.by === 'enterprise' && seed.key) {
        await askEnterprise(teacher, id)
        clock.set(later(seed.on, 9))
        const answer = seed.key === 'vibration' ? { answer: 'nearly' as const, words: 'Es geht um die Entscheidung, wann wir das Lager tauschen.' } : { answer: 'yes' as const, words: null }
        await answerOutcome(asPerson(house, directory.person(contactOf[seed.from]!)), id, { outcomeId, ...answer })
      }
    }
    clock.set('2026-09-10T02:00:00Z')
    await makeContactLink(asPerson(house, directory.person('tanxi.office')), { enterpriseId: directory.organisation('fulin'), contactName: '郑福林', language: 'zh' })
    await makeContactLink(asPerson(house, directory.person('tanxi.office')), { enterpriseId: directory.organisation('hengli'), contactName: '许师傅', language: 'zh' })
  } finally {
    await engine.close()
  }
  return { outcome: (key) => outcomes.get(key)!, need: (key) => needs.get(key)! }
}

const later = (day: string, days: number) => new Date(Date.parse(`${day}T03:00:00Z`) + days * 86_400_000).toISOString()

async function say(house: House, directory: SeededDirectory, programmes: SeededProgrammes, seed: SeedNeed): Promise<string> {
  const enterpriseId = directory.organisation(seed.from)
  const college = directory.organisation(seed.to ?? 'tanxi')
  const majorId = seed.major ? programmes.major(seed.major) : null
  const shared = { text: seed.text, post: seed.post ?? null, trust: seed.trust ?? 'personnel', majorId }
  if (seed.source === 'visit') {
    const visit = await addVisit(asPerson(house, directory.person('tanxi.office')), { enterpriseId, onDate: seed.on, ledBy: '顾建国', ledByPosition: '教务处处长', receivedBy: directory.person(contactOf[seed.from]!).name, details: { postsOffered: 8, majorName: '智能制造类' }, needs: [{ text: seed.text, post: seed.post ?? null, trust: seed.trust ?? 'line-manager' }] })
    const id = visit.needs[0]!.id
    const lead = asPerson(house, directory.person('tanxi.lead'))
    await act(lead, (trx) => trx.updateTable('needReceipts').set({ majorId }).where('homeId', '=', college).where('needId', '=', id).execute())
    return id
  }
  return (await addNeed(asPerson(house, directory.person(contactOf[seed.from]!)), { ...shared, givenTo: [college] })).id
}

function outcomeOf(line: string, majorId: string): NonNullable<Parameters<typeof acceptOutcome>[3]['outcome']> {
  const [action, object, condition, standard, level, evidenceForm] = line.split('|') as [string, string, string, string, string, string] // safe: the data of this folder
  return {
    kind: evidenceForm === 'two-contexts' ? 'key' : 'skill', verb: null, action: { zh: action }, object: { zh: object }, independent: false, condition: condition ? { zh: condition } : null, standard: standard ? { zh: standard } : null, measure: null,
    level: Number(level), evidenceForm: evidenceForm || 'observed', concepts: [], majorId,
  }
}
