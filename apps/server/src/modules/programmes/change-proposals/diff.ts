import type { Change, Programme, Proposal } from '@guildhall/contract/programmes'

type Course = Programme['courseList'][number]
type Diff = Proposal['diff']
type CourseDiff = Diff['courses'][number]
type UnitState = { name: string; content: string; hoursTheory: number; hoursPractice: number }
type OutcomeRef = CourseDiff['units'][number]['outcomesAdded'][number]

/** A unit as a change proposal leaves it. `unitId` is the unit it came from; null for a new one. */
export type PlannedUnit = UnitState & Readonly<{ unitId: string | null; removed: boolean; outcomes: readonly { outcomeId: string; depth: 'touched' | 'taught' | 'assessed'; assessment: string | null }[] }>
export type PlannedCourse = Readonly<{ course: Course; credits: number; assessment: string; hoursTheory: number; hoursPractice: number; units: readonly PlannedUnit[] }>

/** What a list of changes makes of the courses it touches. Changes that name a course or unit that is not there are told, not ignored. */
export function planCourses(courses: readonly Course[], changes: readonly Change[]): { planned: PlannedCourse[]; lost: number[] } {
  const planned: PlannedCourse[] = []
  const lost: number[] = []
  const byCourse = new Map<string, { change: Change; index: number }[]>()
  for (const [index, change] of changes.entries()) byCourse.set(change.courseVersionId, [...(byCourse.get(change.courseVersionId) ?? []), { change, index }])
  for (const [versionId, mine] of byCourse) {
    const course = courses.find((one) => one.versionId === versionId)
    if (!course) {
      lost.push(...mine.map((one) => one.index))
      continue
    }
    const plan: { credits: number; assessment: string; units: PlannedUnit[] } = { credits: course.credits, assessment: course.assessment, units: course.units.map((unit) => ({ ...stateOf(unit), unitId: unit.id, removed: false, outcomes: [] })) }
    for (const { change, index } of mine) if (!applyChange(plan, change)) lost.push(index)
    const delta = (of: 'hoursTheory' | 'hoursPractice') => plan.units.filter((one) => !one.removed).reduce((sum, one) => sum + one[of], 0) - course.units.reduce((sum, one) => sum + one[of], 0)
    planned.push({ course, credits: plan.credits, assessment: plan.assessment, units: plan.units, hoursTheory: course.hoursTheory + delta('hoursTheory'), hoursPractice: course.hoursPractice + delta('hoursPractice') })
  }
  return { planned, lost }
}

const stateOf = ({ name, content, hoursTheory, hoursPractice }: UnitState): UnitState => ({ name, content, hoursTheory, hoursPractice })

function applyChange(plan: { credits: number; assessment: string; units: PlannedUnit[] }, change: Change): boolean {
  if (change.kind === 'change-course') {
    plan.credits = change.credits ?? plan.credits
    plan.assessment = change.assessment ?? plan.assessment
    return true
  }
  if (change.kind === 'add-unit') {
    const outcomes = change.outcomeIds.map((outcomeId) => ({ outcomeId, depth: change.assessment ? ('assessed' as const) : ('taught' as const), assessment: change.assessment }))
    plan.units.push({ ...stateOf(change), unitId: null, removed: false, outcomes })
    return true
  }
  const at = plan.units.findIndex((one) => one.unitId === change.unitId && !one.removed)
  const unit = plan.units[at]
  if (!unit) return false
  if (change.kind === 'remove-unit') plan.units[at] = { ...unit, removed: true }
  else if (change.kind === 'attach-outcome') plan.units[at] = { ...unit, outcomes: [...unit.outcomes, { outcomeId: change.outcomeId, depth: change.depth, assessment: change.assessment }] }
  else plan.units[at] = { ...unit, name: change.name ?? unit.name, content: change.content ?? unit.content, hoursTheory: change.hoursTheory ?? unit.hoursTheory, hoursPractice: change.hoursPractice ?? unit.hoursPractice }
  return true
}

/** The changes as readers see them: before and after, course by course; hours and credits summed, a changed total warned of. */
export function diffProgramme(programme: Pick<Programme, 'courseList'>, changes: readonly Change[], outcomes: ReadonlyMap<string, OutcomeRef>): Diff {
  const { planned, lost } = planCourses(programme.courseList, changes)
  const courses = planned.map((plan): CourseDiff => {
    const { course } = plan
    const half = ({ credits, hoursTheory, hoursPractice, assessment }: Pick<PlannedCourse, 'credits' | 'hoursTheory' | 'hoursPractice' | 'assessment'>) => ({ credits, hoursTheory, hoursPractice, assessment })
    return { courseVersionId: course.versionId, code: course.code, name: course.name, before: half(course), after: half(plan), units: plan.units.map((unit) => diffUnit(course, unit, outcomes)) }
  })
  const sum = (of: (course: Course) => number) => programme.courseList.reduce((all, one) => all + of(one), 0)
  const delta = (of: (half: CourseDiff['before']) => number) => courses.reduce((all, one) => all + of(one.after) - of(one.before), 0)
  const hoursBefore = sum((one) => one.hoursTheory + one.hoursPractice)
  const creditsBefore = sum((one) => one.credits)
  const totals = { hoursBefore, hoursAfter: hoursBefore + delta((half) => half.hoursTheory + half.hoursPractice), creditsBefore, creditsAfter: creditsBefore + delta((half) => half.credits) }
  return { courses, totals, warnings: warningsOf(courses, totals, lost) }
}

function diffUnit(course: Course, unit: PlannedUnit, outcomes: ReadonlyMap<string, OutcomeRef>): CourseDiff['units'][number] {
  const before = course.units.find((one) => one.id === unit.unitId)
  const outcomesAdded = unit.outcomes.flatMap((one) => outcomes.get(one.outcomeId) ?? [])
  const changed = before !== undefined && (outcomesAdded.length > 0 || (['name', 'content', 'hoursTheory', 'hoursPractice'] as const).some((key) => before[key] !== unit[key]))
  const state = !before ? 'new' : unit.removed ? 'removed' : changed ? 'changed' : 'same'
  return { unitId: unit.unitId, name: unit.name, state, before: before ? stateOf(before) : null, after: unit.removed ? null : stateOf(unit), outcomesAdded }
}

function warningsOf(courses: readonly CourseDiff[], totals: Diff['totals'], lost: readonly number[]): Diff['warnings'] {
  const warnings: Diff['warnings'] = []
  if (totals.hoursAfter !== totals.hoursBefore) warnings.push({ code: 'hours-total-changes', params: { before: totals.hoursBefore, after: totals.hoursAfter } })
  if (totals.creditsAfter !== totals.creditsBefore) warnings.push({ code: 'credits-total-changes', params: { before: totals.creditsBefore, after: totals.creditsAfter } })
  for (const course of courses) {
    const hoursChange = course.after.hoursTheory + course.after.hoursPractice !== course.before.hoursTheory + course.before.hoursPractice
    if (hoursChange && course.after.credits === course.before.credits) warnings.push({ code: 'credits-stay-though-hours-change', params: { course: course.code } })
    if (course.units.length > 0 && course.units.every((unit) => unit.state === 'removed')) warnings.push({ code: 'course-left-without-units', params: { course: course.code } })
  }
  if (lost.length) warnings.push({ code: 'changes-without-place', params: { n: lost.length } })
  return warnings
}
