// Where a new thing is made known: the doors, the books of words, the table of access. Each edit is text to text, so that a test can try it on the tree as it is.
import type { Names } from './new-templates.ts'

/** The edits of a new thing, by path. One that changes nothing has lost its place. */
export function editsOf(n: Names): Record<string, (text: string) => string> {
  const books = [['En', 'en'], ['De', 'de'], ['ZhCN', 'zh-CN']] as const
  return {
    [`contract/src/${n.module}/index.ts`]: (text) => `${text}export { ${n.Thing}, ${n.Thing}Row, ${n.thingsCamel} } from './${n.things}.ts'\n`,
    [`apps/server/src/modules/${n.module}/index.ts`]: (text) => {
      const mounted = /export function mount\w+\(app: FastifyInstance[^{]*\{\n/.exec(text)
      if (!mounted) return text
      const end = mounted.index + mounted[0].length
      const withMount = `${text.slice(0, end)}  mount${n.Things}(app)\n${text.slice(end)}`
      return among(withMount, /^import \{.*$/gm, `import { mount${n.Things} } from './${n.things}/${n.things}.routes.ts'`)
    },
    ...Object.fromEntries(
      books.map(([suffix, language]) => [
        `words/src/book.${language}.ts`,
        (text: string) => among(among(text, /^import \{.*$/gm, `import { ${n.thingsCamel}${suffix} } from './${n.things}.${language}.ts'`), /^ {2}\.\.\..*$/gm, `  ...${n.thingsCamel}${suffix},`),
      ]),
    ),
    'tests/access/table.ts': (text) => text.replace(/\n\}\n$/, `\n${accessRows(n)}}\n`),
  }
}

/** Puts a line where it belongs among its like, which stand in order. */
function among(text: string, alike: RegExp, line: string): string {
  const lines = [...text.matchAll(alike)]
  const last = lines.at(-1)
  if (!last) return text
  const at = lines.find((one) => one[0] > line)?.index ?? last.index + last[0].length + 1
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`
}

function accessRows({ things }: Names): string {
  const path = `/api/v1/${things}`
  return [
    `\n  'GET ${path}': { reach: 'own' },`,
    `  'GET ${path}/:id': { reach: [] },`,
    `  'POST ${path}': { reach: ['tanxi.dean', 'tanxi.lead', 'tanxi.office', 'lihu.lead', 'lihu.office'], body: { name: { zh: 'x' } } },`,
    `  'PATCH ${path}/:id': { reach: [], body: { version: 1, note: 'x' } },`,
    `  'POST ${path}/:id/withdraw': { reach: [], body: { reason: 'x' } },\n`,
  ].join('\n')
}
