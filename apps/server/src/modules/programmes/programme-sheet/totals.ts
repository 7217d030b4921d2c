import { type Cell, cellAt, type Row, shownText } from '../../../platform/exchange-io/table.ts'
import { matchForm, tidyText } from '../../../platform/exchange-io/tidy.ts'
import { add, readHours, readTerm } from './hours.ts'
import type { SheetCourse, SheetTotal, Sums } from './programme-sheet.ts'
import { amountOf, isBlank } from './read-course.ts'
import type { CourseColumn, SheetHeader } from './sheet-columns.ts'

const sumWords = /(小计|合计|总计|共计|累计|总学时数?|总学分数?|subtotal|total|summe)$/

/** The label of a row of sums; undefined for any other row. */
export function totalLabel(row: Row, header: SheetHeader<CourseColumn>): string | undefined {
  const named = (['category', 'nature', 'order', 'code', 'name'] as const).flatMap((name) => header.columns.get(name) ?? [])
  const texts = [...new Set([1, ...named])].map((column) => tidyText(shownText(cellAt(row, column))))
  const label = texts.find((text) => sumWords.test(matchForm(text).replace(/\([^()]*\)$/, '')))
  const code = tidyText(shownText(cellAt(row, header.columns.get('code') ?? 0)))
  return label !== undefined && (code === '' || code === label) ? label : undefined
}

/** A row that says a share of the whole (实践学时占总学时比例): shares follow from the courses. */
export const isShare = (row: Row, header: SheetHeader<CourseColumn>): boolean =>
  tidyText(shownText(cellAt(row, header.columns.get('code') ?? 0))) === '' &&
  row.cells.some((cell) => /(比例|占比|百分比)$|占总学[时分]/.test(tidyText(cell.raw)))

export const sumsOf = (courses: readonly SheetCourse[]): Sums => {
  const sum = (pick: (course: SheetCourse) => number | undefined) =>
    courses.reduce<number | undefined>((all, course) => (pick(course) === undefined ? all : add(all ?? 0, pick(course)!)), undefined)
  const figures = {
    credits: sum((c) => c.credits),
    total: sum((c) => c.hours.total),
    theory: sum((c) => c.hours.theory),
    practice: sum((c) => c.hours.practice),
  }
  const count = Math.max(0, ...courses.map((course) => course.terms.length))
  const terms = Array.from({ length: count }, (_, i) => courses.reduce((all, course) => add(all, course.terms[i] ?? 0), 0))
  return { ...withoutGaps(figures), terms }
}

/** Figures that a row of sums states. A formula is allowed here: its result is only compared, never taken over. */
export function statedSums(row: Row, header: SheetHeader<CourseColumn>): Sums {
  const at = (name: CourseColumn): Cell => cellAt(row, header.columns.get(name) ?? 0)
  const hours = isBlank(at('total')) ? undefined : readHours(at('total').raw)
  const figures = {
    credits: amountOf(at('credits')),
    total: hours?.total,
    theory: amountOf(at('theory')) ?? hours?.theory,
    practice: amountOf(at('practice')) ?? hours?.practice,
  }
  const terms: number[] = []
  for (const { term, column } of header.terms) {
    const cell = cellAt(row, column)
    const read = isBlank(cell) ? undefined : readTerm(cell.raw)
    if (read && read.weekly > 0) terms[term - 1] = read.weekly
  }
  return { ...withoutGaps(figures), terms }
}

/**
 * Compares a row of sums with its courses. What a row sums up is said by its label (小计 = since the last sum, a category's name, 总计 = all); if its figures fit another of
 * these scopes exactly, that one was meant.
 */
export function compareTotal(
  row: Row,
  label: string,
  header: SheetHeader<CourseColumn>,
  read: Readonly<{ part: readonly SheetCourse[]; all: readonly SheetCourse[]; category?: string }>,
): SheetTotal {
  const stated = statedSums(row, header)
  const category =
    [...new Set(read.all.map((course) => course.category ?? ''))].find(
      (name) => name !== '' && row.cells.some((cell) => cell.raw === name || matchForm(cell.raw).startsWith(matchForm(name))),
    ) ?? read.category
  const scopes = [
    { scope: 'part', courses: read.part },
    { scope: 'category', courses: category === undefined ? [] : read.all.filter((course) => course.category === category) },
    { scope: 'all', courses: read.all },
  ] as const
  const meant = /小计|subtotal/.test(matchForm(label))
    ? scopes[0]
    : read.part.length > 0 && category !== undefined && matchForm(label).startsWith(matchForm(category))
      ? scopes[1]
      : scopes[2]
  const judged = [meant, ...scopes].map(({ scope, courses }) => {
    const computed = sumsOf(courses)
    return { row: row.number, label, scope, stated, computed, differs: difference(stated, computed) }
  })
  return judged.find((one) => one.differs.length === 0) ?? judged[0]!
}

function difference(stated: Sums, computed: Sums): string[] {
  const differs = (['credits', 'total', 'theory', 'practice'] as const).filter(
    (name) => stated[name] !== undefined && stated[name] !== (computed[name] ?? 0),
  ) as string[]
  stated.terms.forEach((hours, i) => {
    if (hours !== (computed.terms[i] ?? 0)) differs.push(`term ${i + 1}`)
  })
  return differs
}

function withoutGaps<Key extends string>(figures: Record<Key, number | undefined>): Partial<Record<Key, number>> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)) as Partial<Record<Key, number>> // safe: only keys of `figures`, and only their numbers
}
