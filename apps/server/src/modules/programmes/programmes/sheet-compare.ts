import type { Programme } from '@guildhall/contract/programmes'
import type { SheetCourse } from '../programme-sheet/programme-sheet.ts'
import type { NewUnit, NewVersion } from './programmes.store.ts'

type Course = Programme['courseList'][number]

/** Theory and practice of a sheet's course. Hours that the sheet does not split count as theory, and the check says so. */
export function hoursOf({ hours }: SheetCourse): { hoursTheory: number; hoursPractice: number } {
  const { total, theory, practice } = hours
  const hoursPractice = practice ?? (theory !== undefined && total !== undefined ? Math.max(0, total - theory) : 0)
  return { hoursPractice, hoursTheory: theory ?? (total !== undefined ? Math.max(0, total - hoursPractice) : 0) }
}

/** A sheet's course as a version of the platform. */
export function toVersion(course: SheetCourse, fromCohort: number): NewVersion & { units: NewUnit[] } {
  return {
    category: course.category ?? '', nature: course.nature ?? '', credits: course.credits ?? 0, ...hoursOf(course), assessment: course.assessment ?? '', terms: course.taughtIn.map(String), fromCohort,
    units: course.units.map((unit) => ({ name: unit.name, content: [unit.content, unit.requirements].filter(Boolean).join('；'), hoursTheory: unit.theory ?? 0, hoursPractice: unit.practice ?? 0 })),
  }
}

const unitKey = (unit: { name: string; content: string; hoursTheory: number; hoursPractice: number }) => JSON.stringify([unit.name, unit.content, unit.hoursTheory, unit.hoursPractice])

/** Whether the sheet says of a course just what the platform holds. */
export function isSame(course: Course, version: ReturnType<typeof toVersion>, name: string): boolean {
  const flat = (one: { category: string; nature: string; credits: number; hoursTheory: number; hoursPractice: number; assessment: string; terms: readonly string[] }) => JSON.stringify([one.category, one.nature, one.credits, one.hoursTheory, one.hoursPractice, one.assessment, [...one.terms]])
  // A sheet without units says nothing about them: those that are known stay.
  const sameUnits = version.units.length === 0 || JSON.stringify(version.units.map(unitKey)) === JSON.stringify(course.units.map(unitKey))
  return course.name.zh === name && flat(course) === flat(version) && sameUnits
}

/** A course of which nobody named the parts is one unit, itself: so somebody can say what it teaches, and until then it is not yet described. */
const wholeCourse = (name: string, version: NewVersion): NewUnit => ({ name, content: '', hoursTheory: version.hoursTheory, hoursPractice: version.hoursPractice })

/** Whether a course has no parts but itself. */
export const isWhole = ({ name, units }: Pick<Course, 'name' | 'units'>): boolean => units.length === 1 && units[0]!.name === name.zh && units[0]!.content === ''

/** Units of a new or changed course with what named persons said of those that kept their name: links survive a new version. */
export function carryUnits(before: Course | undefined, version: ReturnType<typeof toVersion>, name: string): NewUnit[] {
  if (version.units.length) return version.units.map((unit) => ({ ...unit, copiedFrom: before?.units.find((one) => one.name === unit.name)?.id ?? null }))
  if (!before?.units.length || isWhole(before)) return [{ ...wholeCourse(name, version), copiedFrom: before?.units[0]?.id ?? null }]
  return before.units.map(({ id, name, content, hoursTheory, hoursPractice }) => ({ name, content, hoursTheory, hoursPractice, copiedFrom: id }))
}
