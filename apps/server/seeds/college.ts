import { addCampus, addDepartment, addSchoolYear, changeClass, recordLearnerChange, takeLearners } from '../src/modules/directory/index.ts'
import type { OrganisationKind } from '../src/platform/access/actor.ts'
import { act, ids } from '../src/platform/database/doors.ts'
import type { House } from '../src/platform/context.ts'
import { campusesOf, departmentsOf, givenNames, morePartners, moreTeachers, schoolYear, surnames } from './college.data.ts'
import type { SeededDirectory } from './directory.ts'
import { asPerson, type SeedClock, type SeededPerson, type SeedPerson, seedPeople } from './people.ts'

const learnersPerClass = 25

/** Both colleges from within: campuses, departments, the school year, class teachers, and a roster for each of their classes. */
export async function seedCollege(house: House, clock: SeedClock, directory: SeededDirectory): Promise<void> {
  clock.set('2026-10-12T01:00:00Z')
  for (const [key, people] of Object.entries(morePartners)) {
    const id = directory.organisation(key)
    const { kind, email } = await house.db.selectFrom('organisations').innerJoin('memberships', 'memberships.organisationId', 'organisations.id').innerJoin('accounts', 'accounts.personId', 'memberships.personId').select(['organisations.kind', 'accounts.email']).where('organisations.id', '=', id).limit(1).executeTakeFirstOrThrow()
    await seedPeople(house, { id, kind: kind as OrganisationKind, domain: email.split('@')[1]! }, asExtra(people)) // safe: a CHECK holds the kinds
  }
  for (const college of ['tanxi', 'lihu'] as const) {
    const keeper = directory.person(college === 'tanxi' ? 'tanxi.office' : 'lihu.office')
    const office = asPerson(house, keeper)
    const teachers = await seedPeople(house, { id: keeper.organisationId, kind: 'college', domain: `${college}.example` }, asExtra(moreTeachers[college]))
    const campusIds: string[] = []
    for (const campus of campusesOf[college]) campusIds.push((await addCampus(office, campus)).id)
    const departmentIds: string[] = []
    for (const { campus, ...department } of departmentsOf[college]) departmentIds.push((await addDepartment(office, { ...department, campusId: campusIds[campus]! })).id)
    await addSchoolYear(office, schoolYear)
    await seedClasses(house, { college, keeper, teachers, departmentIds, directory })
  }
}

const asExtra = (people: readonly SeedPerson[]): SeedPerson[] => people.map((one) => ({ ...one, isExtra: true }))

type Making = { college: 'tanxi' | 'lihu'; keeper: SeededPerson; teachers: readonly SeededPerson[]; departmentIds: readonly string[]; directory: SeededDirectory }

async function seedClasses(house: House, { college, keeper, teachers, departmentIds, directory }: Making): Promise<void> {
  const office = asPerson(house, keeper)
  const rows = await house.db.selectFrom('classes').select(['id', 'name', 'cohort', 'majorId']).where('homeId', '=', keeper.organisationId).orderBy('name').execute()
  const majors = [...new Set(rows.map((row) => row.majorId))]
  const classTeachers = teachers.filter((one) => one.roles.includes('class-teacher'))
  for (const [n, row] of rows.entries()) {
    // The class that the demonstration's own class teacher is said to lead.
    const own = college === 'tanxi' && row.name === '机电一体化技术2601' ? directory.person('tanxi.classteacher') : undefined
    const teacher = own ?? classTeachers[n % classTeachers.length]!
    await changeClass(office, row.id, { departmentId: departmentIds[majors.indexOf(row.majorId) % departmentIds.length]!, teacherId: teacher.personId })
    await act(office, (trx) => takeLearners(office, trx, Array.from({ length: learnersPerClass }, (_, at) => rosterRow(row, college, n, at))))
  }
  // A teacher of a subject sees the classes that are named for them.
  const subject = teachers.find((one) => !one.roles.includes('class-teacher'))
  if (subject) await house.db.updateTable('memberships').set({ classes: ids(rows.slice(0, 2).map((row) => row.id)) }).where('personId', '=', subject.personId).execute()
  const [first, second] = await house.db.selectFrom('learners').select(['id']).where('homeId', '=', keeper.organisationId).where('classId', '=', rows[0]!.id).orderBy('studentNumber').limit(2).execute()
  await recordLearnerChange(office, first!.id, { kind: 'leave', onDate: '2026-10-09', note: '参军入伍' })
  await recordLearnerChange(office, second!.id, { kind: 'transfer', onDate: '2026-10-09', toClassId: rows[1]!.id, note: '转专业方向' })
}

/** A learner of the roster, the same at every start: name, number and dates follow from the places in the lists. */
function rosterRow(row: { id: string; cohort: number }, college: string, n: number, at: number) {
  const i = n * learnersPerClass + at
  const surname = surnames[(i * 7 + n) % surnames.length]!
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    studentNumber: `${row.cohort}${college === 'tanxi' ? '1' : '2'}${two(n + 1)}${two(at + 1)}`,
    name: surname + givenNames[(i * 11 + n * 3) % givenNames.length]!,
    gender: (i * 11 + n * 3) % givenNames.length < givenNames.length / 2 ? 'female' : 'male',
    birthDate: `${row.cohort - 18}-${two((i % 12) + 1)}-${two(((i * 5) % 28) + 1)}`,
    class: row.id, enteredOn: `${row.cohort}-09-01`,
    guardian: `${surname}${at % 2 ? '先生' : '女士'}`, guardianPhone: `139${String(55000000 + i * 37).padStart(8, '0')}`,
  }
}
