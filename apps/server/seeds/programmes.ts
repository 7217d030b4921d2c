import { addMajor, createProgramme, insertVersion, saveCourse, saveRoute } from '../src/modules/programmes/index.ts'
import { act, ids } from '../src/platform/database/doors.ts'
import { newId, type House } from '../src/platform/context.ts'
import type { SeededDirectory } from './directory.ts'
import { asPerson, type SeedClock } from './people.ts'
import { type SeedMajor, seedMajors } from './programmes.data.ts'

export type SeededProgrammes = Readonly<{
  major: (code: string) => string
  programme: (code: string, cohort: number) => string
  class: (name: string) => string
}>

type Course = Parameters<typeof insertVersion>[4] & { code: string; name: string }

/** The lines of a major as courses with their units. */
export function readCourses(lines: readonly string[], fromCohort: number): Course[] {
  const courses: (Omit<Course, 'units'> & { units: Course['units'][number][] })[] = []
  for (const line of lines) {
    const parts = line.replace(/^- /, '').split('|')
    if (line.startsWith('- ')) {
      const [name, theory, practice, content] = parts as [string, string, string, string] // safe: the data of this folder
      courses.at(-1)!.units.push({ name, content, hoursTheory: Number(theory), hoursPractice: Number(practice) })
    } else {
      const [code, name, category, nature, credits, theory, practice, assessment, terms] = parts as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ] // safe: as above
      courses.push({
        code,
        name,
        category,
        nature,
        credits: Number(credits),
        hoursTheory: Number(theory),
        hoursPractice: Number(practice),
        assessment,
        terms: terms.split(','),
        fromCohort,
        units: [],
      })
    }
  }
  return courses
}

export async function seedProgrammes(house: House, clock: SeedClock, directory: SeededDirectory): Promise<SeededProgrammes> {
  const majors = new Map<string, string>()
  const programmes = new Map<string, string>()
  const classes = new Map<string, string>()
  for (const major of seedMajors) {
    clock.set('2026-03-09T02:00:00Z')
    const dean = asPerson(house, directory.person(major.college === 'tanxi' ? 'tanxi.dean' : 'lihu.lead'))
    const { id: majorId } = await addMajor(dean, {
      code: major.code,
      name: major.name,
      majorGroup: major.group,
      level: major.level,
      years: 3,
      leadId: directory.person(`${major.college}.${major.lead}`).personId,
    })
    majors.set(major.code, majorId)
    const versionIds = await seedCourses(dean, major)
    for (const cohort of major.cohorts) {
      const title = {
        zh: `${major.name.zh}专业人才培养方案（${cohort}级）`,
        en: `${major.name.en}, training programme ${cohort}`,
        de: `${major.name.de}, Ausbildungsprogramm ${cohort}`,
      }
      programmes.set(
        `${major.code}.${cohort}`,
        await act(dean, (trx) => createProgramme(dean, trx, { majorId, cohort, title, versionIds, state: 'in-force' })),
      )
      for (const n of [1, 2])
        classes.set(
          `${major.name.zh}${String(cohort).slice(2)}0${n}`,
          await seedClass(dean, { name: `${major.name.zh}${String(cohort).slice(2)}0${n}`, cohort, majorId }),
        )
    }
  }
  await seedRoutes(house, directory)
  return {
    major: (code) => majors.get(code)!,
    programme: (code, cohort) => programmes.get(`${code}.${cohort}`)!,
    class: (name) => classes.get(name)!,
  }
}

type Ctx = ReturnType<typeof asPerson>

const homeOf = (ctx: Ctx) => (ctx.actor.kind === 'person' ? ctx.actor.organisationId : '')

const seedCourses = (ctx: Ctx, major: SeedMajor): Promise<string[]> =>
  act(ctx, async (trx) => {
    const versionIds: string[] = []
    for (const { code, name, ...version } of readCourses(major.courses, major.cohorts[0]!)) {
      const courseId = await saveCourse(ctx, trx, homeOf(ctx), { code, name: { zh: name } })
      versionIds.push((await insertVersion(ctx, trx, homeOf(ctx), courseId, version)).id)
    }
    return versionIds
  })

const seedClass = (ctx: Ctx, row: { name: string; cohort: number; majorId: string }): Promise<string> =>
  act(ctx, async (trx) => {
    const id = newId(ctx)
    await trx
      .insertInto('classes')
      .values({ homeId: homeOf(ctx), id, ...row, parties: ids([homeOf(ctx)]) })
      .execute()
    return id
  })

/** Each college sets its own route: one hears, votes and approves; the small one only approves. */
async function seedRoutes(house: House, directory: SeededDirectory): Promise<void> {
  const person = (key: string) => directory.person(key).personId
  const step = { organisations: [], chairId: null, deputies: [], days: 14, quorum: null, majority: 'simple' as const }
  await saveRoute(asPerson(house, directory.person('tanxi.dean')), {
    name: '课程调整常规流程',
    active: true,
    steps: [
      {
        ...step,
        kind: 'opinion',
        name: '征求意见',
        people: [person('tanxi.teacher'), person('tanxi.teacher2')],
        organisations: [directory.organisation('association'), directory.organisation('bosheng')],
        chairId: person('tanxi.lead'),
      },
      {
        ...step,
        kind: 'vote',
        name: '专业建设委员会表决',
        people: [person('tanxi.lead'), person('tanxi.teacher'), person('tanxi.teacher2'), person('tanxi.teacher3'), person('tanxi.lead2')],
        chairId: person('tanxi.dean'),
        deputies: [{ personId: person('tanxi.lead2'), deputyId: person('tanxi.teacher3') }],
        quorum: 3,
      },
      { ...step, kind: 'approval', name: '教务处审批', people: [person('tanxi.dean')], chairId: person('tanxi.dean') },
    ],
  })
  await saveRoute(asPerson(house, directory.person('lihu.lead')), {
    name: '教学调整审批',
    active: true,
    steps: [{ ...step, kind: 'approval', name: '办公室审批', people: [person('lihu.office')], chairId: person('lihu.office') }],
  })
}
