import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeGbk } from '../../../platform/exchange-io/fixtures/encode-gbk.ts'
import { writeXlsx } from '../../../platform/exchange-io/xlsx-write.ts'
import { makeBook } from '../../../platform/exchange-io/fixtures/make-book.ts'
import { collegeBook, collegeCsv, firstCourseRow } from './fixtures/college-books.ts'
import { mechatronics, mechatronicsCourses } from './fixtures/mechatronics.ts'
import { readHours, readTerm, readTermList } from './hours.ts'
import type { ProgrammeSheet, SheetCourse } from './programme-sheet.ts'
import { readProgrammeFile } from './read-programme-sheet.ts'
import { termOf } from './sheet-columns.ts'
import { type ProgrammeToWrite, writeProgrammeSheet } from './write-programme-sheet.ts'

const withoutRow = ({ row: _, ...course }: SheetCourse) => course
const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code)
/** A sheet of bare XML below a plain header: text, numbers after `#`, formulas as `=formula|result`. */
const plainBook = (...rows: string[][]) => {
  const cell = (v: string) =>
    v.startsWith('#')
      ? `<c><v>${v.slice(1)}</v></c>`
      : v.startsWith('=')
        ? `<c><f>${v.slice(1).split('|')[0]}</f><v>${v.split('|')[1]}</v></c>`
        : v === ''
          ? '<c/>'
          : `<c t="inlineStr"><is><t>${v}</t></is></c>`
  return makeBook({ sheet: `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>` })
}
const head = ['课程代码', '课程名称', '学分', '总学时', '理论学时', '实践学时']

describe('hours as colleges write them', () => {
  test.each([
    ['64', { total: 64 }],
    ['64(32+32)', { total: 64, theory: 32, practice: 32 }],
    ['64 （32/32）', { total: 64, theory: 32, practice: 32 }],
    ['６４（理论32+实践32）', { total: 64, theory: 32, practice: 32 }],
    ['32+32', { total: 64, theory: 32, practice: 32 }],
    ['4周', { weeks: 4 }],
    ['120（4周）', { total: 120, weeks: 4 }],
    ['64学时', { total: 64 }],
    ['4.5', { total: 4.5 }],
    ['64/32', undefined],
    ['64(48)', undefined],
    ['六十四', undefined],
    ['-4', undefined],
  ])('%s', (text, hours) => expect(readHours(text)).toEqual(hours))
  test.each([
    ['4', { weekly: 4, weeks: 0 }],
    ['4*16', { weekly: 4, weeks: 0 }],
    ['24周', { weekly: 0, weeks: 24 }],
    ['4+2周', { weekly: 4, weeks: 2 }],
    ['√', { weekly: 0, weeks: 0 }],
    ['见备注', undefined],
    ['', undefined],
  ])('of a term: %s', (text, read) => expect(readTerm(text)).toEqual(read))
  test.each([
    ['1', [1]],
    ['1-3', [1, 2, 3]],
    ['1、4', [1, 4]],
    ['第三学期', [3]],
    ['2；3', [2, 3]],
    ['秋', undefined],
    ['1-20', undefined],
  ])('terms of a list: %s', (text, terms) => expect(readTermList(text)).toEqual(terms))
  test.each([
    [['各学期周学时', '3'], { term: 3 }],
    [['各学期周学时', '第二学年', '3', '16周'], { term: 3, weeks: 16 }],
    [['第四学期'], { term: 4 }],
    [['第二学年', '下'], { term: 4 }],
    [['学期', 'iv'], { term: 4 }],
    [['第一学期', '18'], { term: 1, weeks: 18 }],
    [['学分'], undefined],
    [['备注', '3'], undefined],
    [['总学时'], undefined],
  ])('a header of %j', (parts, term) => expect(termOf(parts)).toEqual(term))
})

describe('the programme of a college', () => {
  const expected = mechatronicsCourses.map(({ row: _, hours: { weeks: _w, ...hours }, units: _u, ...course }) => ({
    ...course,
    hours,
    units: [],
  }))
  const check = (sheet: ProgrammeSheet) => {
    expect(sheet.faults).toEqual([])
    expect(sheet.warnings).toEqual([])
    expect(sheet).toMatchObject({
      title: '机电一体化技术专业（460301）教学进程总体安排表',
      majorName: '机电一体化技术',
      majorCode: '460301',
      cohort: 2026,
      years: 3,
    })
    expect(sheet.courses.map(withoutRow)).toEqual(expected)
    expect(sheet.totals.map((total) => [total.label, total.scope, total.differs])).toEqual([
      ...Array.from({ length: 5 }, () => ['小计', 'part', []]),
      ['总学时、总学分合计', 'all', []],
    ])
    expect(sheet.leftOut.map((row) => row.text.slice(0, 3))).toEqual(['实践学', '注：表'])
  }
  test('with a merged header of three rows, hours in brackets, marks for the assessment', async () =>
    check(readProgrammeFile(await collegeBook())))
  test('saved as CSV in GBK, where all merging is lost', () => check(readProgrammeFile(encodeGbk(collegeCsv()))))
  test('saved as CSV in UTF-8', () => check(readProgrammeFile(Buffer.from(collegeCsv()))))
  test('a differing total is a warning that says both figures, and nothing is mended', async () => {
    const book = await collegeBook({
      rows: (rows) => rows.map((row) => (row[0] === '总学时、总学分合计' ? [...row.slice(0, 5), 199, ...row.slice(6)] : row)),
    })
    const sheet = readProgrammeFile(book)
    const credits = mechatronicsCourses.reduce((sum, course) => sum + course.credits!, 0)
    expect(sheet.warnings).toMatchObject([
      { code: 'total-differs', params: { label: '总学时、总学分合计', name: 'credits', stated: 199, computed: credits } },
    ])
    expect(sheet.totals.at(-1)!.stated.credits).toBe(199)
  })
  test('a hidden row is read and pointed at', async () => {
    const sheet = readProgrammeFile(await collegeBook({ hiddenRows: [firstCourseRow + 1] }))
    expect(sheet.warnings).toMatchObject([
      { code: 'hidden-row', row: firstCourseRow + 1, params: { name: '毛泽东思想和中国特色社会主义理论体系概论' } },
    ])
  })
  test('broken rows are named, the others stand', async () => {
    const broken = (rows: Parameters<NonNullable<Parameters<typeof collegeBook>[0]>['rows'] & object>[0]) =>
      rows.map((row, i) =>
        i === 0
          ? row.with(2, 101)
          : i === 3
            ? row.with(6, '128(100+32)')
            : i === 4
              ? row.with(5, '五')
              : i === 5
                ? row.with(6, '约48')
                : i === 6
                  ? row.with(2, '00105')
                  : i === 7
                    ? row.with(9, '待定')
                    : row,
      )
    const sheet = readProgrammeFile(await collegeBook({ rows: broken }))
    expect(sheet.faults.map((fault) => [fault.code, fault.row - firstCourseRow])).toEqual([
      ['digits-lost', 0],
      ['hours-do-not-add', 3],
      ['not-a-number', 4],
      ['hours-unclear', 5],
      ['term-unclear', 7],
      ['duplicate-code', 6],
    ])
    expect(sheet.courses).toHaveLength(mechatronicsCourses.length)
  })
})

describe('a sheet in another shape', () => {
  test('headings in rows of their own, terms as a list, no split', () => {
    const sheet = readProgrammeFile(
      Buffer.from(
        '序号,课程编码,课程名称,学分,学时,开课学期,周学时\n一、公共基础课,,,,,,\n1,00101,体育,2,32,1-2,1\n二、专业课,,,,,,\n2,B1,钳工,4,64,3,4\n合计,,,6,96,,',
      ),
    )
    expect(sheet.courses.map((course) => [course.category, course.code, course.terms, course.taughtIn])).toEqual([
      ['公共基础课', '00101', [1, 1], [1, 2]],
      ['专业课', 'B1', [0, 0, 4], [3]],
    ])
    expect(codes(sheet.warnings)).toEqual(['hours-not-split', 'hours-not-split'])
    expect(sheet.totals).toMatchObject([{ scope: 'all', differs: [] }])
  })
  test('a sum that is a formula is compared; a total of its own row needs no trust; any other formula is refused', () => {
    const sheet = readProgrammeFile(
      plainBook(
        head,
        ['A1', '钳工', '#4', '=E2+F2|64', '#32', '#32'],
        ['A2', '车工', '=1+1|2', '#32', '#16', '#16'],
        ['合计', '', '=SUM(C2:C3)|6', '=SUM(D2:D3)|96', '', ''],
      ),
    )
    expect(sheet.courses[0]!.hours).toEqual({ total: 64, theory: 32, practice: 32 })
    expect(sheet.faults).toMatchObject([{ code: 'formula', row: 3, column: 3 }])
    expect(sheet.warnings).toMatchObject([{ code: 'total-differs', params: { name: 'credits', stated: 6, computed: 4 } }])
  })
  test('a formula that has not been recalculated is found', () => {
    const sheet = readProgrammeFile(plainBook(head, ['A1', '钳工', '#4', '=E2+F2|60', '#32', '#32']))
    expect(codes(sheet.faults)).toEqual(['hours-do-not-add'])
  })
  test('teaching weeks in the header are compared with the hours', () => {
    const sheet = readProgrammeFile(
      Buffer.from(
        '课程代码,课程名称,学分,总学时,理论,实践,学期周学时,\n,,,,,,1,2\n,,,,,,16周,18周\nA1,钳工,4,64,32,32,4,\nA2,车工,4,64,32,32,,4\n',
      ),
    )
    expect(sheet.termWeeks).toEqual([16, 18])
    expect(sheet.warnings).toMatchObject([{ code: 'weekly-hours-differ', params: { name: '车工', stated: 64, computed: 72 } }])
  })
  test('one course in two rows is pointed at, a course without a code too', () => {
    const sheet = readProgrammeFile(
      plainBook(
        head,
        ['A1', '体育', '#2', '#32', '#0', '#32'],
        ['A1', '体育', '#2', '#32', '#0', '#32'],
        ['', '劳动教育', '#1', '#16', '#0', '#16'],
      ),
    )
    expect(codes(sheet.warnings)).toEqual(['code-missing', 'code-repeated'])
  })
  test('no table of courses at all', () => expect(codes(readProgrammeFile(Buffer.from('学号,姓名\n1,王磊')).faults)).toEqual(['no-header']))
  test('units under a course that is not there, or with other hours', async () => {
    const course = { ...mechatronicsCourses[17]!, units: [{ number: 1, name: '顺序控制', theory: 10, practice: 10 }] }
    const right = await writeProgrammeSheet({ ...mechatronics, courses: [course] })
    expect(readProgrammeFile(right).warnings).toMatchObject([
      { code: 'unit-hours-differ', sheet: '教学进程表', params: { stated: 96, computed: 20 } },
    ])
    const columns = head.map(() => ({ kind: 'text' as const }))
    const book = await writeXlsx([
      { name: '进程表', columns, head: [head], rows: [['00101', '钳工', '4', '64', '32', '32']] },
      {
        name: '单元',
        columns,
        head: [['课程代码', '单元名称', '理论', '实践']],
        rows: [
          ['00999', '划线', '4', '4'],
          ['00101', '锯削', '32', '32'],
          ['', '', '1', '1'],
        ],
      },
    ])
    const { faults, courses } = readProgrammeFile(book)
    expect(faults.map((fault) => [fault.sheet, fault.row, fault.code])).toEqual([
      ['单元', 2, 'unit-without-course'],
      ['单元', 4, 'unit-name-missing'],
    ])
    expect(courses[0]!.units).toEqual([{ number: 1, name: '锯削', theory: 32, practice: 32 }])
  })
})

describe('what we write reads the same', () => {
  test('the whole programme with its units', async () => {
    const { totals, leftOut, warnings, faults, ...read } = readProgrammeFile(await writeProgrammeSheet(mechatronics))
    expect([faults, warnings, leftOut]).toEqual([[], [], []])
    expect(totals.every((total) => total.differs.length === 0)).toBe(true)
    expect({ ...read, courses: read.courses.map(withoutRow) }).toEqual({ ...mechatronics, courses: mechatronicsCourses.map(withoutRow) })
  })
  test('any programme', async () => {
    const name = fc.stringMatching(/^[机电控制技术基础应用ABC=+-][机电控制技术基础应用ABC ()（）=+-]{0,10}[机电术]$/)
    const hours = fc.oneof(
      fc.tuple(fc.nat(100), fc.nat(100)).map(([theory, practice]) => ({ total: theory + practice, theory, practice })),
      fc.integer({ min: 1, max: 200 }).map((total) => ({ total })),
      fc.integer({ min: 1, max: 24 }).map((weeks) => ({ weeks })),
    )
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
    const unit = fc.record({ name, theory: optional(fc.nat(40)), practice: optional(fc.nat(40)), content: optional(name) })
    const course = fc.record({
      code: fc.stringMatching(/^0\d{4}$/),
      name,
      category: fc.constantFrom('公共基础课', '专业核心课'),
      nature: fc.constantFrom('必修', '选修'),
      credits: optional(fc.integer({ min: 1, max: 30 }).map((n) => n / 2)),
      hours,
      assessment: optional(fc.constantFrom('考试', '考查')),
      slots: fc.array(fc.constantFrom([0, 0, 0], [4, 0, 1], [2.5, 0, 1], [0, 2, 1], [4, 2, 1], [0, 24, 1], [0, 0, 1]), {
        minLength: 6,
        maxLength: 6,
      }),
      department: optional(name),
      note: optional(name),
      units: fc.array(unit, { maxLength: 3 }),
    })
    const clean = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
    const programme = fc.uniqueArray(course, { minLength: 1, maxLength: 8, selector: (one) => one.code }).map(
      (courses): ProgrammeToWrite => ({
        title: '2026级数控技术专业人才培养方案',
        majorName: '数控技术',
        majorCode: '460103',
        cohort: 2026,
        years: 3,
        termWeeks: Array.from({ length: 6 }, () => undefined),
        courses: courses.map(({ slots, units, ...rest }) => ({
          ...clean(rest),
          row: 0,
          terms: slots.map((slot) => slot[0]!),
          blockWeeks: slots.map((slot) => slot[1]!),
          taughtIn: slots.flatMap((slot, i) => (slot[2] ? [i + 1] : [])),
          units: units.map((one, i) => ({ ...clean(one), number: i + 1 })),
        })) as SheetCourse[], // safe: `clean` takes out only what is undefined
      }),
    )
    await fc.assert(
      fc.asyncProperty(programme, async (given) => {
        const read = readProgrammeFile(await writeProgrammeSheet(given))
        expect(read.faults).toEqual([])
        expect(read.courses.map(withoutRow)).toEqual(given.courses.map(withoutRow))
        expect(read).toMatchObject({ title: given.title, majorName: given.majorName, majorCode: given.majorCode, cohort: 2026, years: 3 })
      }),
      { numRuns: 100 },
    )
  })
})
