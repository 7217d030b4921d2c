// Writes a new thing from the pattern of the plain register: contract, thing, store, queries, service, routes, words, migration, test.
// npm run new -- thing <module> <thing> [<things>]     for example: npm run new -- thing directory workshop
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { editsOf } from './new-edits.ts'
import { filesOf, namesOf } from './new-templates.ts'

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

const names = namesOf({ module: moduleName, thing, things: plural, now: new Date() })

for (const file of Object.keys(filesOf(names))) {
  if (fs.existsSync(path.join(root, file))) fail(`${file} is there already; nothing was written.`)
}
for (const [file, text] of Object.entries(filesOf(names))) {
  const at = path.join(root, file)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  fs.writeFileSync(at, text)
  console.log(`+ ${file}`)
}

for (const [file, change] of Object.entries(editsOf(names))) {
  const at = path.join(root, file)
  const before = fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : ''
  const after = change(before)
  if (after === before) fail(`${file} could not be edited: add the lines by hand.`)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  fs.writeFileSync(at, after)
  console.log(`~ ${file}`)
}

const written = spawnSync(process.execPath, ['scripts/docs.ts'], { cwd: root, stdio: 'inherit' })
if (written.status !== 0) fail('The generated files could not be written: run npm run docs.')
console.log(`\n${names.Thing} is there. Now give it its own fields, sentences and rights; then: npm test -- ${plural}`)
