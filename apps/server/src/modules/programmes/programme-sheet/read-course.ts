import { type CodeColumn, codeText, lostDigits } from '../../../platform/exchange-io/lost-digits.ts'
import { readNumber } from '../../../platform/exchange-io/parse-number.ts'
import { type Cell, cellAt, emptyCell, type Row, shownText } from '../../../platform/exchange-io/table.ts'
import { shorten, tidyText } from '../../../platform/exchange-io/tidy.ts'
import type { Findings } from './findings.ts'
import { add, readHours, readTerm, readTermList } from './hours.ts'
import type { SheetCourse, SheetHours } from './programme-sheet.ts'
import type { CourseColumn, SheetHeader } from './sheet-columns.ts'

export type CourseContext = Readonly<{ header: SheetHeader<CourseColumn>; codes: CodeColumn; findings: Findings }>

/** Reads the row of one course. What cannot be read is left out and becomes a fault of the row. */
export function readCourse(row: Row, inherited: Readonly<{ category?: string; nature?: string }>, context: CourseContext): SheetCourse {
  const { header, findings } = context
  const at = (name: CourseColumn) => cellAt(row, header.columns.get(name) ?? 0)
  const text = (name: CourseColumn) => tidyText(shownText(at(name)))
  const name = text('name')
  if (name === '') findings.fault(row.number, 'name-missing', {}, header.columns.get('name'))
  if (row.hidden) findings.warn(row.number, 'hidden-row', { name })
  const category = text('category') || inherited.category
  const nature = text('nature') || inherited.nature
  const credits = readAmount(row, 'credits', context)
  const assessment = text('assessment') || header.marks.find((mark) => shownText(cellAt(row, mark.column)).trim() !== '')?.label
  const department = text('department')
  const note = text('note')
  return {
    row: row.number,
    code: readCode(row, name, context),
    name,
    ...(category ? { category } : {}),
    ...(nature ? { nature } : {}),
    ...(credits === undefined ? {} : { credits }),
    hours: readCourseHours(row, name, context),
    ...(assessment ? { assessment } : {}),
    ...readTerms(row, context),
    ...(department ? { department } : {}),
    ...(note ? { note } : {}),
    units: [],
  }
}

function readCode(row: Row, name: string, { header, codes, findings }: CourseContext): string {
  const column = header.columns.get('code')
  const cell = column === undefined ? emptyCell : cellAt(row, column)
  const code = tidyText(codeText(cell)).replace(/\s/g, '')
  if (code === '') findings.warn(row.number, 'code-missing', { name }, column)
  else if (cell.formula !== undefined) findings.fault(row.number, 'formula', { value: shorten(cell.formula), name }, column)
  else if (lostDigits(cell, code, codes).fault) findings.fault(row.number, 'digits-lost', { value: code, name }, column)
  return code
}

/** A number of a course. A formula is refused, as its stored result may be old. */
function readAmount(row: Row, name: 'credits' | 'theory' | 'practice', { header, findings }: CourseContext): number | undefined {
  const column = header.columns.get(name)
  const cell = column === undefined ? emptyCell : cellAt(row, column)
  const value = amountOf(cell)
  if (cell.formula !== undefined) findings.fault(row.number, 'formula', { value: shorten(cell.formula) }, column)
  else if (value === undefined && !isBlank(cell)) findings.fault(row.number, 'not-a-number', { value: shorten(shownText(cell)) }, column)
  return cell.formula === undefined ? value : undefined
}

export const amountOf = (cell: Cell): number | undefined => {
  const value = isBlank(cell) || cell.kind === 'date' || cell.kind === 'error' ? undefined : readNumber(cell.raw)
  return value === undefined || value < 0 ? undefined : add(value, 0)
}

/** A stroke in a cell says "none". */
export const isBlank = (cell: Cell): boolean => /^[-—–/\s]*$/.test(shownText(cell))

function readCourseHours(row: Row, name: string, context: CourseContext): SheetHours {
  const { header, findings } = context
  const column = header.columns.get('total')
  const cell = column === undefined ? emptyCell : cellAt(row, column)
  const theory = readAmount(row, 'theory', context)
  const practice = readAmount(row, 'practice', context)
  const both = theory !== undefined && practice !== undefined
  // A total that is the sum of its own row is needed only for comparison.
  if (cell.formula !== undefined && !both) findings.fault(row.number, 'formula', { value: shorten(cell.formula), name }, column)
  if (cell.formula !== undefined && !both) return {}
  const stated = isBlank(cell) ? {} : readHours(cell.raw)
  if (!stated || cell.kind === 'date' || cell.kind === 'error') {
    findings.fault(row.number, 'hours-unclear', { value: shorten(shownText(cell)), name }, column)
    return {}
  }
  return joinHours(row.number, name, stated, theory, practice, findings)
}

function joinHours(
  row: number,
  name: string,
  stated: SheetHours,
  theoryCell: number | undefined,
  practiceCell: number | undefined,
  findings: Findings,
): SheetHours {
  const weeks = stated.weeks === undefined ? {} : { weeks: stated.weeks }
  const theory = theoryCell ?? stated.theory ?? (practiceCell === undefined ? undefined : 0)
  const practice = practiceCell ?? stated.practice ?? (theoryCell === undefined ? undefined : 0)
  if (theory === undefined || practice === undefined) {
    if (stated.total !== undefined && stated.total > 0) findings.warn(row, 'hours-not-split', { name, total: stated.total })
    return { ...(stated.total === undefined ? {} : { total: stated.total }), ...weeks }
  }
  const total = stated.total ?? add(theory, practice)
  const contradicts =
    (theoryCell !== undefined && stated.theory !== undefined && theoryCell !== stated.theory) ||
    (practiceCell !== undefined && stated.practice !== undefined && practiceCell !== stated.practice)
  if (add(theory, practice) !== total || contradicts) findings.fault(row, 'hours-do-not-add', { name, total, theory, practice })
  return { total, theory, practice, ...weeks }
}

function readTerms(row: Row, { header, findings }: CourseContext): Pick<SheetCourse, 'terms' | 'blockWeeks' | 'taughtIn'> {
  const count = Math.max(0, ...header.terms.map((term) => term.term))
  const terms: number[] = new Array(count).fill(0)
  const blockWeeks: number[] = new Array(count).fill(0)
  const taught = new Set<number>()
  for (const { term, column } of header.terms) {
    const cell = cellAt(row, column)
    if (isBlank(cell) || shownText(cell) === '0') continue
    const read = cell.formula === undefined && cell.kind !== 'date' ? readTerm(cell.raw) : undefined
    if (!read) findings.fault(row.number, 'term-unclear', { value: shorten(shownText(cell)), term }, column)
    else {
      terms[term - 1] = read.weekly
      blockWeeks[term - 1] = read.weeks
      taught.add(term)
    }
  }
  addListed(row, header, findings, { terms, blockWeeks, taught })
  return { terms, blockWeeks, taughtIn: [...taught].sort((a, b) => a - b) }
}

/** Where the terms stand as a list in one column (开课学期: 1-2), with one figure of weekly hours. */
function addListed(
  row: Row,
  header: SheetHeader<CourseColumn>,
  findings: Findings,
  into: { terms: number[]; blockWeeks: number[]; taught: Set<number> },
): void {
  const column = header.columns.get('termList')
  const cell = column === undefined ? emptyCell : cellAt(row, column)
  if (isBlank(cell)) return
  const listed = cell.kind === 'date' ? undefined : readTermList(cell.raw)
  if (!listed) {
    findings.fault(row.number, 'term-unclear', { value: shorten(shownText(cell)), term: '' }, column)
    return
  }
  const weekly = amountOf(cellAt(row, header.columns.get('weekly') ?? 0)) ?? 0
  for (const term of listed) {
    while (into.terms.length < term) {
      into.terms.push(0)
      into.blockWeeks.push(0)
    }
    if (!into.taught.has(term)) into.terms[term - 1] = weekly
    into.taught.add(term)
  }
}
