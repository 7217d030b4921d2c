import { toHalfWidth } from '@guildhall/kernel'
import { type Row, shownText } from '../../../platform/exchange-io/table.ts'
import { tidyText } from '../../../platform/exchange-io/tidy.ts'

export type SheetTitle = Readonly<{ title: string; majorName?: string; majorCode?: string; cohort?: number; years?: number }>

const chineseYears = '零一二三四五六'

/** Reads the rows above the table: title, major with its code, cohort, length of study, wherever a college puts them. */
export function readTitle(rows: readonly Row[]): SheetTitle {
  const lines = rows.map((row) => distinct(row.cells.filter((cell) => !cell.merged).map((cell) => tidyText(shownText(cell)))).join(' '))
  const title = lines.find((line) => /方案|计划|进程|安排/.test(line)) ?? lines.find((line) => line !== '') ?? ''
  const text = toHalfWidth(lines.join('\n'))
  const majorCode = /专业代码[: ]*([0-9A-Z]{4,8})/.exec(text)?.[1] ?? /\((\d{6}[A-Z]?)\)/.exec(text)?.[1]
  const majorName =
    /专业(?:名称)?[:] *([^\s,;:()]+)/.exec(text)?.[1] ??
    /专业名称 +([^\s,;:()]+)/.exec(text)?.[1] ??
    /(?:\d{4}级)?([\p{Script=Han}]{2,30}?)专业/u.exec(toHalfWidth(title))?.[1]
  const cohort = /(20\d\d) ?级/.exec(text)?.[1] ?? /年级[: ]*(20\d\d)/.exec(text)?.[1]
  const years = /(?:学制|修业年限|学习年限)[: ]*([\d.]+|[一二三四五六]) ?年?/.exec(text)?.[1]
  return {
    title: title.trim(),
    ...(majorName ? { majorName } : {}),
    ...(majorCode ? { majorCode } : {}),
    ...(cohort ? { cohort: Number(cohort) } : {}),
    ...(years ? { years: chineseYears.includes(years) ? chineseYears.indexOf(years) : Number(years) } : {}),
  }
}

const distinct = (texts: readonly string[]) => texts.filter((text, i) => text !== '' && text !== texts[i - 1])
