import type { ColumnToWrite, SheetToWrite, ValueToWrite } from '../../../platform/exchange-io/xlsx-write.ts'
import { writeXlsx } from '../../../platform/exchange-io/xlsx-write.ts'
import type { Merge } from '../../../platform/exchange-io/table.ts'
import { writeHours } from './hours.ts'
import type { ProgrammeSheet, SheetCourse, Sums } from './programme-sheet.ts'
import { sumsOf } from './totals.ts'

/** What a programme needs to be written: the sheet as read, or one put together from the courses of the platform. */
export type ProgrammeToWrite = Omit<ProgrammeSheet, 'totals' | 'leftOut' | 'warnings' | 'faults'>

const fixed = ['课程类别', '课程性质', '课程代码', '课程名称', '学分', '总学时', '理论学时', '实践学时', '考核方式'] as const
const tail = ['开课单位', '备注'] as const

/** Writes a programme in the shape colleges hand in: title, merged header, sums by category and over all, units on a second sheet. Reading it gives the same again. */
export async function writeProgrammeSheet(programme: ProgrammeToWrite): Promise<Uint8Array> {
  const sheets = [courseSheet(programme)]
  if (programme.courses.some((course) => course.units.length > 0)) sheets.push(unitSheet(programme))
  return writeXlsx(sheets)
}

function courseSheet(programme: ProgrammeToWrite): SheetToWrite {
  const count = Math.max(programme.termWeeks.length, ...programme.courses.map((course) => course.terms.length), 0)
  const width = fixed.length + count + tail.length
  const weeks = programme.termWeeks.some((value) => value !== undefined)
  const info = [
    programme.majorName ? `专业名称：${programme.majorName}` : '',
    programme.majorCode ? `专业代码：${programme.majorCode}` : '',
    programme.cohort ? `年级：${programme.cohort}级` : '',
    programme.years ? `学制：${programme.years}年` : '',
  ].filter(Boolean)
  const terms = Array.from({ length: count }, (_, i) => i)
  const head: ValueToWrite[][] = [
    [programme.title],
    [info.join('  ')],
    [...fixed, ...terms.map((i) => (i === 0 ? '各学期周学时' : '')), ...tail],
    [...fixed.map(() => ''), ...terms.map((i) => String(i + 1)), ...tail.map(() => '')],
  ]
  if (weeks)
    head.push([
      ...fixed.map(() => ''),
      ...terms.map((i) => (programme.termWeeks[i] === undefined ? '' : `${programme.termWeeks[i]}周`)),
      ...tail.map(() => ''),
    ])
  const merges: Merge[] = [1, 2].map((row) => ({ top: row, left: 1, bottom: row, right: width }))
  for (let column = 1; column <= width; column++)
    if (column <= fixed.length || column > fixed.length + count) merges.push({ top: 3, left: column, bottom: head.length, right: column })
  if (count > 1) merges.push({ top: 3, left: fixed.length + 1, bottom: 3, right: fixed.length + count })
  const { rows, merges: below } = courseRows(programme.courses, count, head.length)
  const kinds: ColumnToWrite[] = [...fixed, ...terms, ...tail].map((name) =>
    typeof name === 'number' || /学分|学时/.test(name)
      ? { kind: 'number', width: typeof name === 'number' ? 6 : 9 }
      : { kind: 'text', width: name === '课程名称' ? 28 : 14 },
  )
  return { name: '教学进程表', columns: kinds, head, rows, merges: [...merges, ...below] }
}

/** Rows of the courses: each run of one category is merged, and closed with its sum. */
function courseRows(courses: readonly SheetCourse[], count: number, above: number): { rows: ValueToWrite[][]; merges: Merge[] } {
  const rows: ValueToWrite[][] = []
  const merges: Merge[] = []
  const runs: SheetCourse[][] = []
  for (const course of courses) {
    const run = runs.at(-1)
    if (run && run[0]!.category === course.category) run.push(course)
    else runs.push([course])
  }
  const several = runs.length > 1 && runs.every((run) => run[0]!.category !== undefined)
  for (const run of runs) {
    const top = above + rows.length + 1
    for (const course of run) rows.push(courseRow(course, count, run))
    if (run[0]!.category && run.length > 1) merges.push({ top, left: 1, bottom: top + run.length - 1, right: 1 })
    if (several) rows.push(sumRow('小计', sumsOf(run), count))
  }
  if (courses.length > 0) rows.push(sumRow('总计', sumsOf(courses), count))
  return { rows, merges }
}

function courseRow(course: SheetCourse, count: number, run: readonly SheetCourse[]): ValueToWrite[] {
  const { theory, practice } = course.hours
  return [
    course === run[0] ? course.category : '',
    course.nature,
    course.code,
    course.name,
    course.credits,
    writeHours(course.hours),
    theory,
    practice,
    course.assessment,
    ...Array.from({ length: count }, (_, i) => termCell(course, i)),
    course.department,
    course.note,
  ]
}

function termCell(course: SheetCourse, i: number): ValueToWrite {
  const [weekly, weeks] = [course.terms[i] ?? 0, course.blockWeeks[i] ?? 0]
  if (weeks > 0) return weekly > 0 ? `${weekly}+${weeks}周` : `${weeks}周`
  return weekly > 0 ? weekly : course.taughtIn.includes(i + 1) ? '√' : undefined
}

const sumRow = (label: string, sums: Sums, count: number): ValueToWrite[] => [
  label,
  '',
  '',
  '',
  sums.credits,
  sums.total,
  sums.theory,
  sums.practice,
  '',
  ...Array.from({ length: count }, (_, i) => sums.terms[i] || undefined),
  '',
  '',
]

const unitColumns: readonly ColumnToWrite[] = [
  { kind: 'text', width: 14 },
  { kind: 'text', width: 28 },
  { kind: 'number', width: 9 },
  { kind: 'text', width: 28 },
  { kind: 'number', width: 9 },
  { kind: 'number', width: 9 },
  { kind: 'text', width: 40 },
  { kind: 'text', width: 40 },
]

function unitSheet({ courses }: ProgrammeToWrite): SheetToWrite {
  return {
    name: '课程单元',
    columns: unitColumns,
    head: [['课程代码', '课程名称', '单元序号', '单元名称', '理论学时', '实践学时', '内容', '教学要求']],
    rows: courses.flatMap((course) =>
      course.units.map((unit) => [
        course.code,
        course.name,
        unit.number,
        unit.name,
        unit.theory,
        unit.practice,
        unit.content,
        unit.requirements,
      ]),
    ),
  }
}
