import { cellAt, type Row, type Sheet, shownText } from '../../../platform/exchange-io/table.ts'
import { bareForm, matchForm } from '../../../platform/exchange-io/tidy.ts'

const courseNames = {
  category: '课程类别|课程类型|课程模块|课程体系|类别|模块|course category|Bereich',
  nature: '课程性质|性质|必修/选修|修读性质|course type|Art',
  order: '序号|no.|Nr.',
  code: '课程代码|课程编码|课程编号|课程号|代码|编码|course code|Kurscode|Code',
  name: '课程名称|课程|名称|course|course name|Kurs',
  credits: '学分|学分数|总学分|credits|Credits',
  total: '总学时|总课时|学时|课时|学时数|计划学时|学时总数|学时合计|total hours|hours|Stunden',
  theory: '理论学时|理论课时|理论教学|理论|讲授|讲课|theory|Theorie',
  practice: '实践学时|实践课时|实践教学|实践|课内实践|实训|实验实训|practice|Praxis',
  assessment: '考核方式|考核形式|考核|考试方式|assessment|Prüfungsform',
  weekly: '周学时|周课时|weekly hours|Wochenstunden',
  termList: '开课学期|授课学期|学期|建议修读学期|term|Halbjahr',
  department: '开课单位|开课部门|承担单位|承担部门|开课院系|department|Abteilung',
  note: '备注|说明|note|Bemerkung',
} as const
export type CourseColumn = keyof typeof courseNames

const unitNames = {
  code: courseNames.code,
  course: '课程名称|所属课程|course|Kurs',
  number: '单元序号|序号|单元编号|项目序号|unit number|Nr.',
  name: '单元名称|单元|教学单元|项目名称|学习单元|unit|Einheit',
  theory: courseNames.theory,
  practice: courseNames.practice,
  content: '内容|教学内容|主要内容|单元内容|content|Inhalt',
  requirements: '教学要求|要求|能力要求|教学目标|学习目标|requirements|Anforderungen',
} as const
export type UnitColumn = keyof typeof unitNames

export type Term = Readonly<{ term: number; column: number; weeks?: number }>
export type SheetHeader<Column extends string> = Readonly<{
  firstRow: number
  lastRow: number
  columns: ReadonlyMap<Column, number>
  /** Columns that say by a mark how a course is assessed: 考试 and 考查 side by side. */
  marks: readonly Readonly<{ column: number; label: string }>[]
  terms: readonly Term[]
}>

const indexOf = <Column extends string>(names: Record<Column, string>): Map<string, Column> =>
  new Map(
    (Object.entries(names) as [Column, string][]).flatMap(([column, list]) =>
      list.split('|').map((name) => [matchForm(name), column] as const),
    ),
  ) // safe: the keys of that very object

const courseIndex = indexOf<CourseColumn>(courseNames)
const unitIndex = indexOf<UnitColumn>(unitNames)

/** Header of the course table: it has a name, and credits or hours. */
export const findCourseHeader = (sheet: Sheet): SheetHeader<CourseColumn> | undefined =>
  findHeader(
    sheet,
    courseIndex,
    (columns) => columns.has('name') && (columns.has('credits') || columns.has('total') || columns.has('theory')),
  )

/** Header of the unit table: units, and the course that they belong to. */
export const findUnitHeader = (sheet: Sheet): SheetHeader<UnitColumn> | undefined =>
  findHeader(sheet, unitIndex, (columns) => columns.has('name') && (columns.has('code') || columns.has('course')))

function findHeader<Column extends string>(
  sheet: Sheet,
  index: ReadonlyMap<string, Column>,
  enough: (columns: ReadonlyMap<string, number>) => boolean,
): SheetHeader<Column> | undefined {
  for (let at = 0; at < Math.min(sheet.rows.length, 40); at++) {
    const rows = headerRows(sheet.rows, at, index)
    const header = rows && classify(rows, index)
    if (header && enough(header.columns)) return header
  }
  return undefined
}

/** The header begins where a name of a column stands, and goes on while its first columns say nothing new. */
function headerRows(all: readonly Row[], at: number, index: ReadonlyMap<string, string>): Row[] | undefined {
  const first = all[at]!
  const known = first.cells.flatMap((cell, i) => (index.has(matchForm(cell.raw)) || index.has(bareForm(cell.raw)) ? [i + 1] : []))
  if (known.length < 2) return undefined
  const rows = [first]
  for (const row of all.slice(at + 1, at + 4)) {
    const says = (column: number) =>
      shownText(cellAt(row, column)) !== '' && !(cellAt(row, column).merged && cellAt(row, column).raw === cellAt(first, column).raw)
    const own = row.cells.filter((cell, i) => cell.kind !== 'empty' && !cell.merged && says(i + 1)).length
    // A merged heading of a section is one cell; the second row of a header has several of its own.
    if (known.slice(0, 2).some(says) || own < 2) break
    rows.push(row)
  }
  return rows
}

function classify<Column extends string>(rows: readonly Row[], index: ReadonlyMap<string, Column>): SheetHeader<Column> {
  const columns = new Map<Column, number>()
  const marks: { column: number; label: string }[] = []
  const terms: Term[] = []
  const width = Math.max(...rows.map((row) => row.cells.length))
  const above: string[] = rows.map(() => '')
  for (let column = 1; column <= width; column++) {
    const texts = rows.map((row) => matchForm(shownText(cellAt(row, column))))
    const parts: string[] = []
    for (const [level, text] of texts.entries()) {
      const below = texts.slice(level + 1).some((later) => later !== '')
      if (text !== '') above[level] = text
      // CSV keeps a merged group only over its first column: the others take it from the left.
      const part = text === '' && below ? above[level]! : text
      if (part !== '' && part !== parts.at(-1)) parts.push(part)
    }
    const term = termOf(parts)
    const last = parts.at(-1) ?? ''
    if (term) terms.push({ ...term, column })
    else if (/^(考试|考查|exam|check)$/.test(last)) marks.push({ column, label: last })
    else {
      const found = [last, bareForm(last), ...parts.slice(0, -1).reverse()]
        .map((part) => index.get(part))
        .find((role) => role !== undefined)
      // Sums within a group of hours (学时 → 小计) are the total.
      const role = /^(小计|合计|总计|总)$/.test(last) && parts.length > 1 && /学时|课时/.test(parts[0]!) ? index.get('总学时') : found
      if (role !== undefined && !columns.has(role)) columns.set(role, column)
    }
  }
  return { firstRow: rows[0]!.number, lastRow: rows.at(-1)!.number, columns, marks, terms: terms.sort((a, b) => a.term - b.term) }
}

const numerals = '零一二三四五六七八九十'
const numberOf = (text: string): number => {
  const roman =
    ['ⅰ', 'ⅱ', 'ⅲ', 'ⅳ', 'ⅴ', 'ⅵ', 'ⅶ', 'ⅷ'].indexOf(text) + 1 || ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'].indexOf(text) + 1
  return /^\d{1,2}$/.test(text) ? Number(text) : text.length === 1 && numerals.includes(text) ? numerals.indexOf(text) : roman
}

/** @example termOf(['各学期周学时', '第二学年', '3', '16周']) // { term: 3, weeks: 16 } */
export function termOf(parts: readonly string[]): { term: number; weeks?: number } | undefined {
  const last = parts.at(-1) ?? ''
  const before = parts.at(-2) ?? ''
  const weeks = /^(\d{1,2}(?:\.\d)?)周?$/.exec(last)
  if (weeks && parts.length > 1) {
    const term = plainTerm(before, parts.slice(0, -2), last.endsWith('周'))
    if (term) return { term, weeks: Number(weeks[1]) }
  }
  const term = plainTerm(last, parts.slice(0, -1), false)
  return term ? { term } : undefined
}

function plainTerm(text: string, above: readonly string[], sure: boolean): number | undefined {
  const named = /^第?(.{1,4}?)学期(?:周学时|周课时)?$/.exec(text)
  if (named) return within(numberOf(named[1]!))
  const grouped = sure || above.some((part) => /学期|周学时|周课时|学年|weeklyhours|term|halbjahr/.test(part))
  if (!grouped) return undefined
  const half = ['上', '下'].indexOf(text.replace(/学期$/, ''))
  if (half < 0) return within(numberOf(text))
  const year = above.map((part) => /^第?(.{1,2})学年$/.exec(part)).find(Boolean)
  return year ? within(numberOf(year[1]!) * 2 - 1 + half) : undefined
}

const within = (term: number) => (term >= 1 && term <= 12 ? term : undefined)
