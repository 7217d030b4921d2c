import { codeColumn } from '../../../platform/exchange-io/lost-digits.ts'
import { readTable } from '../../../platform/exchange-io/read-table.ts'
import { cellAt, columnName, type Row, type Sheet, shownText, type Table } from '../../../platform/exchange-io/table.ts'
import { shorten, tidyText } from '../../../platform/exchange-io/tidy.ts'
import { type Findings, startFindings } from './findings.ts'
import { add } from './hours.ts'
import type { ProgrammeSheet, SheetCourse, SheetTotal } from './programme-sheet.ts'
import { readCourse } from './read-course.ts'
import { readTitle } from './read-title.ts'
import { addUnits } from './read-units.ts'
import { type CourseColumn, findCourseHeader, findUnitHeader, type SheetHeader } from './sheet-columns.ts'
import { compareTotal, isShare, totalLabel } from './totals.ts'

/** Reads the file of a training programme, XLSX or CSV by its content. @throws BadFile */
export const readProgrammeFile = (bytes: Uint8Array): ProgrammeSheet => readProgrammeSheet(readTable(bytes))

/**
 * Reads a training programme (人才培养方案): title rows, a merged header of up to four rows, courses under their categories, rows of sums (compared, never believed), and units
 * from a second sheet. Every course is kept; those whose row has a fault should not be taken before it is mended.
 */
export function readProgrammeSheet(table: Table): ProgrammeSheet {
  const visible = table.sheets.filter((sheet) => !sheet.hidden)
  const found = visible
    .map((sheet) => ({ sheet, header: findUnitHeader(sheet) ? undefined : findCourseHeader(sheet) }))
    .find((one) => one.header)
  const sheet = found?.sheet ?? visible[0]
  const findings = startFindings(sheet?.name ?? '')
  if (!found?.header) {
    findings.fault(sheet?.rows[0]?.number ?? 1, 'no-header')
    return { title: '', termWeeks: [], courses: [], totals: [], leftOut: [], warnings: findings.warnings, faults: findings.faults }
  }
  if (table.linked) findings.warn(1, 'linked-file')
  const { header } = found
  const body = readBody(found.sheet, header, findings, table.source === 'csv')
  const unitSheet = visible.find((one) => one !== found.sheet && findUnitHeader(one))
  const unitFindings = startFindings(unitSheet?.name ?? '')
  const courses = unitSheet ? addUnits(body.courses, unitSheet, unitFindings, findings) : body.courses
  const termWeeks = Array.from(
    { length: Math.max(0, ...header.terms.map((term) => term.term)) },
    (_, i) => header.terms.find((term) => term.term === i + 1)?.weeks,
  )
  warnWeekly(courses, termWeeks, findings)
  return {
    ...readTitle(found.sheet.rows.filter((row) => row.number < header.firstRow)),
    termWeeks,
    courses,
    totals: body.totals,
    leftOut: body.leftOut,
    warnings: [...findings.warnings, ...unitFindings.warnings],
    faults: [...findings.faults, ...unitFindings.faults],
  }
}

function readBody(
  sheet: Sheet,
  header: SheetHeader<CourseColumn>,
  findings: Findings,
  unmerged: boolean,
): Pick<ProgrammeSheet, 'courses' | 'totals' | 'leftOut'> {
  const rows = sheet.rows.filter((row) => row.number > header.lastRow)
  const courses: SheetCourse[] = []
  const totals: SheetTotal[] = []
  const leftOut: { row: number; text: string }[] = []
  const codes = codeColumn(rows.map((row) => cellAt(row, header.columns.get('code') ?? 0)))
  for (const column of header.columns.values())
    if (sheet.hiddenColumns.includes(column)) findings.warn(header.lastRow, 'hidden-column', { column: columnName(column) }, column)
  let part: SheetCourse[] = []
  let category: string | undefined
  let nature: string | undefined
  for (const row of rows) {
    const kind = kindOf(row, header)
    if (kind === 'total') {
      const total = compareTotal(row, totalLabel(row, header)!, header, {
        part,
        all: courses,
        ...(category === undefined ? {} : { category }),
      })
      totals.push(total)
      for (const name of total.differs) findings.warn(row.number, 'total-differs', { label: total.label, name, ...figures(total, name) })
      part = []
    } else if (kind === 'heading') {
      category = headingText(row)
      nature = undefined
    } else if (kind === 'course') {
      const course = readCourse(
        row,
        { ...(category ? { category } : {}), ...(unmerged && nature ? { nature } : {}) },
        { header, codes, findings },
      )
      if (course.category !== category) nature = undefined
      category = course.category
      nature = course.nature ?? nature
      courses.push(course)
      part.push(course)
    } else if (kind === 'other')
      leftOut.push({
        row: row.number,
        text: shorten([...new Set(row.cells.map((cell) => tidyText(shownText(cell))))].join(' ').trim(), 120),
      })
  }
  refuseTwins(courses, findings)
  return { courses, totals, leftOut }
}

type RowKind = 'course' | 'total' | 'heading' | 'other' | 'nothing'

function kindOf(row: Row, header: SheetHeader<CourseColumn>): RowKind {
  const filled = row.cells.map((cell) => tidyText(shownText(cell))).filter((text) => text !== '')
  const distinct = new Set(filled)
  const name = tidyText(shownText(cellAt(row, header.columns.get('name')!)))
  if (filled.length === 0) return 'nothing'
  if (totalLabel(row, header) !== undefined) return 'total'
  if (isShare(row, header) || distinct.size === 1) return distinct.size === 1 && isHeading(filled[0]!) ? 'heading' : 'other'
  // The header printed again on the next page.
  if (/^课程(名称)?$/.test(name.replace(/\s/g, ''))) return 'nothing'
  const code = tidyText(shownText(cellAt(row, header.columns.get('code') ?? 0)))
  const hasFigures = [...header.columns].some(
    ([role, column]) => ['credits', 'total', 'theory', 'practice'].includes(role) && tidyText(shownText(cellAt(row, column))) !== '',
  )
  return (name !== '' && (code !== '' || hasFigures || distinct.size > 2)) || (code !== '' && hasFigures) ? 'course' : 'other'
}

const isHeading = (text: string): boolean => text.length <= 40 && !/^(注|备注|说明|填表|制表|审核|note)/i.test(text)
const headingText = (row: Row): string =>
  tidyText(shownText(row.cells.find((cell) => cell.kind !== 'empty')!)).replace(
    /^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．\s]\s*/,
    '',
  )

function figures({ stated, computed }: SheetTotal, name: string): { stated: number; computed: number } {
  const term = /^term (\d+)$/.exec(name)
  const of = (sums: SheetTotal['stated']) =>
    (term ? sums.terms[Number(term[1]) - 1] : sums[name as 'credits' | 'total' | 'theory' | 'practice']) ?? 0 // safe: `differs` holds these four names and terms
  return { stated: of(stated), computed: of(computed) }
}

/** One code for two courses is a fault; one course in two rows is common (one row a term) and only pointed at. */
function refuseTwins(courses: readonly SheetCourse[], findings: Findings): void {
  const seen = new Map<string, SheetCourse>()
  for (const course of courses) {
    const first = course.code === '' ? undefined : seen.get(course.code)
    if (!first) seen.set(course.code, course)
    else if (first.name === course.name)
      findings.warn(course.row, 'code-repeated', { code: course.code, name: course.name, other: first.row })
    else findings.fault(course.row, 'duplicate-code', { code: course.code, name: course.name, other: first.row, otherName: first.name })
  }
}

/** Weekly hours times teaching weeks should give the hours of the course, where the header gives the weeks and no block weeks mix in. */
function warnWeekly(courses: readonly SheetCourse[], termWeeks: readonly (number | undefined)[], findings: Findings): void {
  for (const course of courses) {
    const plain = course.terms.some((hours) => hours > 0) && course.blockWeeks.every((weeks) => weeks === 0)
    if (!plain || course.hours.total === undefined || course.terms.some((hours, i) => hours > 0 && termWeeks[i] === undefined)) continue
    const computed = course.terms.reduce((sum, hours, i) => add(sum, hours * (termWeeks[i] ?? 0)), 0)
    if (computed !== course.hours.total)
      findings.warn(course.row, 'weekly-hours-differ', { name: course.name, stated: course.hours.total, computed })
  }
}
