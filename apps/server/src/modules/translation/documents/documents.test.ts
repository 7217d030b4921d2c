import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'
import { makeDocx, paragraph } from '../../../platform/documents/fixtures/make-docx.ts'

let town: Town
let teacher: Caller
beforeAll(async () => {
  town = await openTown()
  teacher = await town.as('tanxi.teacher')
})
afterAll(() => town.close())

const url = '/api/v1/translations/document'
const docx = { name: 'C:\\adverts\\招聘.docx', type: 'application/octet-stream', bytes: makeDocx(paragraph('操作数控铣床')) }

test('a teacher uploads an advert and is given its words; nothing of it is kept', async () => {
  const answer = await teacher.upload(url, docx)
  expect([answer.status, answer.body]).toEqual([200, { text: '操作数控铣床', name: '招聘.docx', format: 'docx', cut: false, title: null }])
  expect((await teacher.get(`/api/v1/search?q=${encodeURIComponent('操作数控铣床')}`)).body.items.filter((one: { title: string }) => one.title === '操作数控铣床')).toEqual([])
})

test('a file that cannot be read is refused in the language of who reads, with what to do instead', async () => {
  const scan = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\nbroken') }
  const said = async (language: string) => {
    await teacher.post('/api/v1/session/language', { language })
    const { status, body } = await (await town.as('tanxi.teacher')).upload(url, scan)
    return [status, body.code, body.title]
  }
  expect(await said('zh-CN')).toEqual([422, 'file.broken-pdf', 'PDF 已损坏或不完整。请另存为 DOCX，或直接粘贴文字。'])
  expect(await said('en')).toEqual([422, 'file.broken-pdf', 'The PDF is damaged or not complete. Save it as DOCX, or paste the text.'])
  expect(await said('de')).toEqual([422, 'file.broken-pdf', 'Das PDF ist beschädigt oder unvollständig. Speichern Sie es als DOCX oder fügen Sie den Text ein.'])
})

test('a file larger than 20 MB is refused before it is read', async () => {
  const { status, body } = await teacher.upload(url, { ...docx, bytes: Buffer.alloc((20 << 20) + 1) })
  expect([status, body.code, body.params]).toEqual([413, 'too-large', { limit: '20 MB' }])
})

test('who is not signed in uploads nothing', async () => expect((await town.nobody.upload(url, docx)).status).toBe(401))

test('what a text asks of age and sex is told beside its translation, and made into no outcome', async () => {
  const text = '限男性，18-35岁；操作数控铣床。'
  const { body } = await teacher.post('/api/v1/translations', { text })
  expect(body.findings.map((one: { start: number; end: number; ground: string }) => [one.ground, text.slice(one.start, one.end)])).toEqual([['sex', '限男性'], ['age', '18-35岁']])
  const outcomes: { span: { start: number } }[] = body.translation.statements.flatMap((one: { outcomes: [] }) => one.outcomes)
  expect(outcomes.every((one) => one.span.start >= text.indexOf('操作'))).toBe(true)
})
