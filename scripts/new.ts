// Writes a new thing from the pattern of the plain register: contract, thing, store, queries, service, routes, words, migration, test.
// npm run new -- thing <module> <thing> [<things>]     for example: npm run new -- thing directory workshop
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { filesOf, type Names } from './new-templates.ts'

const root = path.join(import.meta.dirname, '..')
const [what, moduleName, thing, plural = `${thing}s`] = process.argv.slice(2)
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

if (what !== 'thing' || !moduleName || !thing) fail('Say what: npm run new -- thing <module> <thing> [<things>]')
if (![moduleName, thing, plural].every((one) => kebab.test(one))) fail('Names are lower case with hyphens: "training-place".')
const door = path.join(root, 'apps/server/src/modules', moduleName, 'index.ts')
if (!fs.existsSync(door)) fail(`There is no module "${moduleName}". Make its folder with an index.ts first, and put it into the order in tests/architecture.test.ts.`)

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(name).replace(/^./, (letter) => letter.toUpperCase())
const stamp = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 12)
const names: Names = { module: moduleName, thing, things: plural, thingCamel: camel(thing), thingsCamel: camel(plural), Thing: pascal(thing), Things: pascal(plural), table: plural.replaceAll('-', '_'), stamp }

for (const file of Object.keys(filesOf(names))) {
  if (fs.existsSync(path.join(root, file))) fail(`${file} is there already; nothing was written.`)
}
for (const [file, text] of Object.entries(filesOf(names))) {
  const at = path.join(root, file)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  fs.writeFileSync(at, text)
  console.log(`+ ${file}`)
}

/** Puts a line behind the last one that begins like it, or where the anchor stands. */
function edit(file: string, change: (text: string) => string): void {
  const at = path.join(root, file)
  const before = fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : ''
  const after = change(before)
  if (after === before) fail(`${file} could not be edited: add the lines by hand.`)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  fs.writeFileSync(at, after)
  console.log(`~ ${file}`)
}

edit(`contract/src/${moduleName}/index.ts`, (text) => `${text}export { ${names.Thing}, ${names.Thing}Row, ${names.thingsCamel} } from './${plural}.ts'\n`)
edit(`apps/server/src/modules/${moduleName}/index.ts`, (text) => {
  const mounted = /export function mount\w+\(app: FastifyInstance[^{]*\{\n/.exec(text)
  if (!mounted) return text
  const end = mounted.index + mounted[0].length
  return `import { mount${names.Things} } from './${plural}/${plural}.routes.ts'\n${text.slice(0, end)}  mount${names.Things}(app)\n${text.slice(end)}`
})
edit('words/src/books.ts', (text) => {
  const imports = [['De', 'de'], ['En', 'en'], ['ZhCN', 'zh-CN']].map(([suffix, language]) => `import { ${names.thingsCamel}${suffix} } from './${plural}.${language}.ts'\n`).join('')
  const spread = (suffix: string, all: string) => all.replace(new RegExp(`(\\.\\.\\.platform${suffix})`), `$1, ...${names.thingsCamel}${suffix}`)
  return imports + spread('ZhCN', spread('En', spread('De', text)))
})
edit('tests/access/table.ts', (text) => text.replace(/\n\}\n$/, `\n${accessRows(names)}}\n`))

function accessRows({ things }: Names): string {
  const path_ = `/api/v1/${things}`
  return [
    `\n  'GET ${path_}': { reach: 'own' },`,
    `  'GET ${path_}/:id': { reach: [] },`,
    `  'POST ${path_}': { reach: ['tanxi.dean', 'tanxi.lead', 'tanxi.office', 'lihu.lead', 'lihu.office'], body: { name: { zh: 'x' } } },`,
    `  'PATCH ${path_}/:id': { reach: [], body: { version: 1, note: 'x' } },`,
    `  'POST ${path_}/:id/withdraw': { reach: [], body: { reason: 'x' } },\n`,
  ].join('\n')
}

const written = spawnSync(process.execPath, ['scripts/docs.ts'], { cwd: root, stdio: 'inherit' })
if (written.status !== 0) fail('The generated files could not be written: run npm run docs.')
console.log(`\n${names.Thing} is there. Now give it its own fields, sentences and rights; then: npm test -- ${plural}`)
