/** Hours of a course. `weeks` where a block of practice is counted in weeks. Unknown stays unknown: nothing is split or converted by guess. */
export type SheetHours = Readonly<{ total?: number; theory?: number; practice?: number; weeks?: number }>

export type SheetUnit = Readonly<{
  number: number
  name: string
  theory?: number
  practice?: number
  content?: string
  requirements?: string
}>

export type SheetCourse = Readonly<{
  /** Row in the file, to point at. */
  row: number
  /** As written, with its zeros; empty where the sheet gives none. */
  code: string
  name: string
  category?: string
  nature?: string
  credits?: number
  hours: SheetHours
  assessment?: string
  /** Weekly hours by term: the first is term 1; 0 = none. */
  terms: readonly number[]
  /** Weeks of block practice by term. */
  blockWeeks: readonly number[]
  /** Terms, from 1, in which the course is taught, also where no hours are given for them. */
  taughtIn: readonly number[]
  department?: string
  note?: string
  units: readonly SheetUnit[]
}>

export type Sums = Readonly<{ credits?: number; total?: number; theory?: number; practice?: number; terms: readonly number[] }>

/** A row of sums: what it says, and what its courses really give. */
export type SheetTotal = Readonly<{
  row: number
  label: string
  scope: 'part' | 'category' | 'all'
  stated: Sums
  computed: Sums
  differs: readonly string[]
}>

export const programmeSheetFaults = [
  'no-header',
  'name-missing',
  'digits-lost',
  'formula',
  'not-a-number',
  'hours-unclear',
  'hours-do-not-add',
  'duplicate-code',
  'term-unclear',
  'unit-without-course',
  'unit-name-missing',
] as const
export const programmeSheetWarnings = [
  'total-differs',
  'code-missing',
  'code-repeated',
  'hours-not-split',
  'hidden-row',
  'hidden-column',
  'weekly-hours-differ',
  'unit-hours-differ',
  'linked-file',
] as const
export type ProgrammeSheetCode = (typeof programmeSheetFaults)[number] | (typeof programmeSheetWarnings)[number]

/** A fault keeps its row from being taken; a warning is for a person to look at. */
export type SheetFinding<Code extends ProgrammeSheetCode = ProgrammeSheetCode> = Readonly<{
  sheet: string
  row: number
  column?: number
  code: Code
  params: Readonly<Record<string, string | number>>
}>

/** A training programme (人才培养方案) as its sheet says it. */
export type ProgrammeSheet = Readonly<{
  title: string
  majorName?: string
  majorCode?: string
  /** Year of entry: 2026 for 2026级. */
  cohort?: number
  /** Length of study in years. */
  years?: number
  /** Teaching weeks by term, where the header gives them. */
  termWeeks: readonly (number | undefined)[]
  courses: readonly SheetCourse[]
  totals: readonly SheetTotal[]
  /** Rows below the header that are neither course, heading nor sum: notes, shares, signatures. Nothing disappears unsaid. */
  leftOut: readonly Readonly<{ row: number; text: string }>[]
  warnings: readonly SheetFinding<(typeof programmeSheetWarnings)[number]>[]
  faults: readonly SheetFinding<(typeof programmeSheetFaults)[number]>[]
}>
