import { describe, expect, test } from 'vitest'
import { BadFile } from '../exchange-io/bad-file.ts'
import { encodeGbk } from '../exchange-io/fixtures/encode-gbk.ts'
import { makeBook } from '../exchange-io/fixtures/make-book.ts'
import { item, makeDocx, paragraph } from './fixtures/make-docx.ts'
import { makePdf } from './fixtures/make-pdf.ts'
import { longestText } from './kept-text.ts'
import { readDocument } from './read-document.ts'

const textOf = async (bytes: Uint8Array | string) => (await readDocument(Buffer.from(bytes))).text

describe('a plain text', () => {
  const advert = '岗位职责：\n1、操作数控铣床；\n2、填写记录。'
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${advert}`)],
    ['GBK', Buffer.from(encodeGbk(advert))],
    ['UTF-16', Buffer.from(`\ufeff${advert}`, 'utf16le')],
    ['line ends of Windows', Buffer.from(advert.replaceAll('\n', '\r\n'))],
  ])('in %s keeps its lines', async (_, bytes) => expect(await readDocument(bytes)).toEqual({ format: 'text', text: advert, title: undefined, cut: false }))
  test('in the encoding of a German office keeps its letters', async () => expect(await textOf(Buffer.from('Prüfmittel überwachen, Maße prüfen', 'latin1'))).toBe('Prüfmittel überwachen, Maße prüfen'))
  test('that ends within a character loses that one', async () => expect(await textOf(Buffer.from('操作数控铣床。'.repeat(40)).subarray(0, -1))).toBe('操作数控铣床。'.repeat(40).slice(0, -1)))
  test('has no invisible characters, and one empty line where it had several', async () => expect(await textOf('会\u200b用\ufeff卡尺\n\n\n \n看\u00a0\u3000图')).toBe('会用卡尺\n\n看 图'))
  test('may begin like a list of data, and is none', async () => expect(await readDocument(Buffer.from('[急聘] 焊工两名'))).toMatchObject({ format: 'text', text: '[急聘] 焊工两名' }))
  test('longer than can be translated is cut between lines, and says so', async () => {
    const long = Array.from({ length: 3000 }, (_, i) => `第${i}条：操作数控铣床`).join('\n')
    const { text, cut } = await readDocument(Buffer.from(long))
    expect([cut, text.length <= longestText, text.length > longestText - 100, long.startsWith(`${text}\n`)]).toEqual([true, true, true, true])
    expect((await readDocument(Buffer.from(`a${'🙂'.repeat(20_000)}`))).text.isWellFormed()).toBe(true)
  })
})

describe('a Word document', () => {
  test('keeps paragraphs, breaks, tabs, items and headings', async () => {
    const styles = '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="a3"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="a3"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    const body = [
      paragraph('数控铣工', '<w:pStyle w:val="T"/>'), paragraph('岗位职责', '<w:pStyle w:val="1"/>'), item('操作铣床'), item('2、填写记录'), paragraph('检测零件', '<w:pStyle w:val="b"/>'), paragraph('不是条目', '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>一行</w:t><w:br/><w:t>又一行</w:t><w:tab/><w:t>尾</w:t></w:r></w:p>',
    ].join('')
    expect(await readDocument(makeDocx(body, { styles }))).toEqual({ format: 'docx', title: '数控铣工', cut: false, text: '数控铣工\n\n岗位职责\n• 操作铣床\n2、填写记录\n• 检测零件\n不是条目\n一行\n又一行\t尾' })
  })
  test('leaves out what is deleted, hidden, moved away or written twice, and keeps what is inserted', async () => {
    const run = (text: string, more = '') => `<w:r>${more}<w:t>${text}</w:t></w:r>`
    const body = `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>${run('走')}</w:moveFrom><w:ins>${run('新')}</w:ins>${run('藏', '<w:rPr><w:vanish/></w:rPr>')}${run('显', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}<w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框里')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框里')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const files = ['word/header1.xml', 'word/comments.xml', 'word/footnotes.xml'].map((name) => ({ name, content: `<w:hdr xmlns:w="x">${paragraph('别处')}</w:hdr>` }))
    expect(await textOf(makeDocx(body, { files }))).toBe('新显\n框里')
  })
  test('gives a table row by row', async () => {
    const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`
    const body = `<w:tbl>${row(paragraph('工序'), paragraph('内容'), paragraph('标准'))}${row(paragraph('10'), paragraph('铣平面'), paragraph('Ra1.6'))}${row(paragraph('任职要求'), item('会看图纸') + item('会用卡尺'))}${row(paragraph('工作地点'), paragraph('苏州'))}</w:tbl>`
    expect(await textOf(makeDocx(body))).toBe('工序\t内容\t标准\n10\t铣平面\tRa1.6\n任职要求：\n• 会看图纸\n• 会用卡尺\n工作地点：苏州')
  })
  test('may hold a workbook, which is not opened', async () => expect(await textOf(makeDocx(paragraph('见附表'), { files: [{ name: 'word/embeddings/Sheet1.xlsx', content: 'PK\x03\x04' }] }))).toBe('见附表'))
})

describe('a page', () => {
  test('loses tags, scripts, menus and what is hidden; blocks are lines, items have a bullet, rows have tabs', async () => {
    const html = `<!DOCTYPE html><html><head><title>Jobs – X</title><style>p{}</style></head><body><nav><ul><li>Home</li></ul></nav><script>if (a<b) "</p>"</script><!-- no > here --><h1>Fr&auml;ser <b>(m/w/d)</b></h1><p>Sie fr&#228;sen&nbsp;Teile
      aus Stahl &amp; Alu.</p><ul><li><p>Ma&szlig;e &lt; 0,02&nbsp;mm</p></li><li><p>1. Programme</p></li></ul><div style="display:none"><div>ignore</div>me</div><table><tr><th>Ort<td>Suzhou<tr><td>a<td>b<td>c</table><footer>AGB</footer><p title="a>b">Ende<br>neu</p></body></html>`
    expect(await readDocument(Buffer.from(html))).toEqual({ format: 'html', cut: false, title: 'Fräser (m/w/d)', text: 'Fräser (m/w/d)\n\nSie fräsen Teile aus Stahl & Alu.\n\n• Maße < 0,02 mm\n\n1. Programme\n\nOrt: Suzhou\na\tb\tc\n\nEnde\nneu' })
  })
  test('in an encoding that it declares is read in that', async () => expect(await textOf(Buffer.concat([Buffer.from('<html><meta charset="big5"><p>'), Buffer.from('a4a4a4e5', 'hex'), Buffer.from('</p>')]))).toBe('中文'))
  test('decodes entities once', async () => expect(await textOf('<p>&amp;lt;b&amp;gt; &#x4e2d; &#150; &unknown; &copy;</p>')).toBe('&lt;b&gt; 中 – &unknown; ©'))
})

describe('a job posting as data', () => {
  const posting = { '@context': 'https://schema.org', '@type': 'JobPosting', title: '焊工', description: '<p>招焊工&nbsp;2名</p><ul><li>焊接不锈钢</li></ul>', responsibilities: ['焊接不锈钢', '检查焊缝'], skills: [{ '@type': 'DefinedTerm', name: '氩弧焊' }], experienceRequirements: { '@type': 'OccupationalExperienceRequirements', description: '两年以上' }, qualifications: '焊接不锈钢', baseSalary: 5000 }
  const text = '招焊工 2名\n\n• 焊接不锈钢\n\n岗位职责：\n• 焊接不锈钢\n• 检查焊缝\n\n技能要求：\n氩弧焊\n\n经验要求：\n两年以上'
  test('is read field by field, without what is said twice', async () => expect(await readDocument(Buffer.from(JSON.stringify(posting)))).toEqual({ format: 'job-posting', title: '焊工', cut: false, text }))
  test.each([
    ['in a list', [{ '@type': 'WebSite' }, posting]],
    ['in a graph', { '@context': 'x', '@graph': [{ '@type': 'BreadcrumbList' }, { ...posting, '@type': ['Thing', 'https://schema.org/JobPosting'] }] }],
    ['within a page', { '@type': 'WebPage', mainEntity: posting }],
  ])('%s of a page is taken before the page', async (_, data) => {
    const html = `<html><body><p>Cookies</p><script type="application/ld+json">{broken</script><script type='application/ld+json'>\n${JSON.stringify(data)}</script></body></html>`
    expect(await readDocument(Buffer.from(html))).toEqual({ format: 'job-posting', title: '焊工', cut: false, text })
  })
  test('with tags escaped once more, in English and in German', async () => {
    expect(await textOf(JSON.stringify({ '@type': 'JobPosting', description: '&lt;p&gt;You weld.&lt;/p&gt;', skills: 'MIG, TIG' }))).toBe('You weld.\n\nSkills:\nMIG, TIG')
    expect(await textOf(JSON.stringify({ '@type': 'JobPosting', description: 'Sie schweißen.\nUnd prüfen.', qualifications: 'Facharbeiter' }))).toBe('Sie schweißen.\nUnd prüfen.\n\nAnforderungen:\nFacharbeiter')
  })
  test('several are one text, each under its title', async () => expect(await textOf(JSON.stringify([posting, { '@type': 'JobPosting', title: '钳工', description: '装配模具' }].map((one) => ({ ...one, responsibilities: undefined, skills: undefined, experienceRequirements: undefined }))))).toBe('焊工\n招焊工 2名\n• 焊接不锈钢\n\n钳工\n装配模具'))
})

describe('a PDF', () => {
  test('gives lines back their sentences, and loses page numbers and what each page repeats', async () => {
    const page = (n: number, lines: { y: number; text: string }[]) => [{ y: 800, text: 'Company X - Confidential' }, ...lines, { x: 290, y: 30, text: `Page ${n} of 2` }]
    const bytes = makePdf([
      page(1, [
        { y: 740, text: 'Your tasks' },
        { y: 720, text: 'We are looking for a technician who finds faults in the control cabinet within twenty main-' },
        { y: 706, text: 'tenance minutes and who writes every repair into the book of the plant, alone and without be-' },
        { y: 692, text: 'ing asked.' },
        { y: 678, text: '\x95 Operate lathes' },
        { y: 664, text: '\x95 Measure parts (0.02 mm)' },
      ]),
      page(2, [{ y: 740, text: 'Last line' }]),
    ])
    expect(await readDocument(bytes)).toEqual({ format: 'pdf', title: undefined, cut: false, text: 'Your tasks\nWe are looking for a technician who finds faults in the control cabinet within twenty maintenance minutes and who writes every repair into the book of the plant, alone and without being asked.\n• Operate lathes\n• Measure parts (0.02 mm)\nLast line' })
  })
  test('gives what stands side by side with a tab', async () => expect(await textOf(makePdf([[{ y: 700, text: 'Step 10' }, { x: 300, y: 700, text: 'Mill the face' }]]))).toBe('Step 10\tMill the face'))
})

describe('a file is refused', () => {
  const codeOf = (bytes: Uint8Array) => readDocument(bytes).then(() => 'accepted', (why: unknown) => (why instanceof BadFile ? why.code : why))
  test.each([
    ['that is empty', 'file-empty', Buffer.alloc(0)],
    ['larger than a document', 'too-large', Buffer.alloc((20 << 20) + 1)],
    ['of old Word', 'old-document', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['of rich text', 'old-document', Buffer.from('{\\rtf1 a}')],
    ['that is a picture', 'not-a-document', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['that is no text in any encoding', 'not-a-document', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7) % 31 || 1))],
    ['with NUL bytes', 'not-a-document', Buffer.from('会用卡尺\0会看图纸')],
    ['with NUL bytes in tags', 'not-a-document', Buffer.from('<html><p>\0</p></html>')],
    ['without any word', 'document-without-text', Buffer.from(' \n…—\n')],
    ['of five megabytes of tags', 'document-without-text', Buffer.from('<div>'.repeat(1 << 20))],
    ['with entities that grow', 'document-doctype', Buffer.from('<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><p>&b;</p></html>')],
    ['of data without a posting', 'json-without-posting', Buffer.from('{"@type":"Recipe"}')],
    ['of data that is cut off', 'broken-json', Buffer.from('{"@type":"JobPosting","title":"a')],
    ['of data nested without end', 'broken-json', Buffer.from(`${'[{"a":'.repeat(200_000)}`)],
    ['that is a workbook', 'not-a-document', makeBook({ sheet: '<sheetData/>' })],
    ['of Word that grows without end', 'too-dense', makeDocx(`<w:p>${' '.repeat(3 << 20)}</w:p>`)],
    ['of Word with a document type', 'document-doctype', makeDocx(paragraph('&b;'), { before: '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' })],
    ['of Word with broken XML', 'broken-document', makeDocx('<w:p><w:r>')],
    ['of Word with an unknown entity', 'broken-document', makeDocx(paragraph('&lol;'))],
    ['of Word without text', 'document-without-text', makeDocx('<w:p/>')],
    ['that ends where a PDF begins', 'broken-pdf', Buffer.from('%PDF-1.7\n')],
    ['that is half a PDF', 'broken-pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from('1 0 obj << /Type /Catalog /Pages 9 0 R >> endobj trailer << /Root 1 0 R >>')])],
    ['that is a scan', 'pdf-without-text', makePdf([[]])],
  ])('%s: %s', async (_, code, bytes) => expect(await codeOf(bytes)).toBe(code))
})
