import { codeColumn, codeText, lostDigits } from '../../../platform/exchange-io/lost-digits.ts'
import { cellAt, type Row, type Sheet, shownText } from '../../../platform/exchange-io/table.ts'
import { shorten, tidyText } from '../../../platform/exchange-io/tidy.ts'
import type { Findings } from './findings.ts'
import { add } from './hours.ts'
import type { SheetCourse, SheetUnit } from './programme-sheet.ts'
import { amountOf, isBlank } from './read-course.ts'
import { findUnitHeader, type SheetHeader, type UnitColumn } from './sheet-columns.ts'

/** Puts the units of the second sheet (课程单元) into their courses, found by code, else by name. A row without either belongs to the course above it. */
export function addUnits(courses: readonly SheetCourse[], sheet: Sheet, findings: Findings, ofCourses: Findings): SheetCourse[] {
  const header = findUnitHeader(sheet)
  if (!header) return [...courses]
  const rows = sheet.rows.filter((row) => row.number > header.lastRow)
  const codeAt = header.columns.get('code') ?? 0
  const codes = codeColumn(rows.map((row) => cellAt(row, codeAt)))
  const byCode = new Map(courses.filter((course) => course.code !== '').map((course) => [course.code, course]))
  const byName = new Map(courses.map((course) => [course.name, course]))
  const units = new Map<SheetCourse, SheetUnit[]>()
  let course: SheetCourse | undefined
  for (const row of rows) {
    const text = (name: UnitColumn) => tidyText(shownText(cellAt(row, header.columns.get(name) ?? 0)))
    const codeCell = cellAt(row, codeAt)
    const code = tidyText(codeText(codeCell)).replace(/\s/g, '')
    const said = code || text('course')
    if (/^(小计|合计|总计)$/.test(said) || /^(小计|合计|总计)$/.test(text('name')) || row.cells.every(isBlank)) continue
    if (code !== '' && !byCode.has(code) && lostDigits(codeCell, code, codes).fault) {
      findings.fault(row.number, 'digits-lost', { value: code, name: text('name') }, codeAt)
      course = undefined
      continue
    }
    if (said !== '') course = byCode.get(code) ?? byName.get(text('course'))
    const unit = course && readUnit(row, header, (units.get(course)?.length ?? 0) + 1, findings)
    if (course && unit) units.set(course, [...(units.get(course) ?? []), unit])
    else if (!course)
      findings.fault(
        row.number,
        'unit-without-course',
        { value: shorten(said), name: text('name') },
        codeAt || header.columns.get('course'),
      )
  }
  return courses.map((one) => {
    const own = units.get(one) ?? []
    warnHours(one, own, ofCourses)
    return { ...one, units: own }
  })
}

function readUnit(row: Row, header: SheetHeader<UnitColumn>, next: number, findings: Findings): SheetUnit | undefined {
  const cell = (name: UnitColumn) => cellAt(row, header.columns.get(name) ?? 0)
  const text = (name: UnitColumn) => tidyText(shownText(cell(name)))
  if (text('name') === '') {
    findings.fault(row.number, 'unit-name-missing', {}, header.columns.get('name'))
    return undefined
  }
  const amount = (name: 'theory' | 'practice') => {
    const value = amountOf(cell(name))
    if (cell(name).formula !== undefined)
      findings.fault(row.number, 'formula', { value: shorten(cell(name).formula!), name: text('name') }, header.columns.get(name))
    else if (value === undefined && !isBlank(cell(name)))
      findings.fault(row.number, 'not-a-number', { value: shorten(text(name)) }, header.columns.get(name))
    return value !== undefined && cell(name).formula === undefined ? { [name]: value } : {}
  }
  const number = /\d+/.exec(text('number'))
  return {
    number: number ? Number(number[0]) : next,
    name: text('name'),
    ...amount('theory'),
    ...amount('practice'),
    ...(text('content') ? { content: text('content') } : {}),
    ...(text('requirements') ? { requirements: text('requirements') } : {}),
  }
}

function warnHours(course: SheetCourse, units: readonly SheetUnit[], findings: Findings): void {
  const sum = units.reduce((all, unit) => add(all, add(unit.theory ?? 0, unit.practice ?? 0)), 0)
  if (sum > 0 && course.hours.total !== undefined && sum !== course.hours.total)
    findings.warn(course.row, 'unit-hours-differ', { name: course.name, stated: course.hours.total, computed: sum })
}
