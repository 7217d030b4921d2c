import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

/*
 * What a browser fetches before the first page stands, gzipped: the frame, the words of one language, and the first page (sign-in or a home).
 * Build first (`vite build apps/web`). With `--strict` it fails over the limit.
 */
const limit = { js: 300_000, css: 50_000 }
const dist = path.join(import.meta.dirname, '../apps/web/dist')
const sizeOf = (file: string) => zlib.gzipSync(fs.readFileSync(path.join(dist, file)), { level: 6 }).length
const sum = (files: Iterable<string>) => [...files].reduce((all, file) => all + sizeOf(file), 0)

/** A file and all that it imports before it runs, with the styles that are fetched beside it. */
function closureOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.endsWith('.js')) return seen
  const text = fs.readFileSync(path.join(dist, file), 'utf8')
  for (const match of text.matchAll(/(?:^|;)import\s*(?:[^"'();]*?\bfrom\s*)?["']\.\/([\w.-]+\.js)["']/g))
    closureOf(`assets/${match[1]}`, seen)
  return seen
}

const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8')
const frame = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.(?:js|css))"/g)].flatMap((match) => [...closureOf(match[1]!)]))
const all = fs.readdirSync(path.join(dist, 'assets')).map((name) => `assets/${name}`)
const books = all.filter((file) => /\/book\.[\w-]+?-[\w-]{8}\.js$/.test(file))
const book = books.sort((a, b) => sizeOf(b) - sizeOf(a))[0]
if (!book) throw new Error('no book of words in the build')

/** The styles of a lazy page have its name, or that of the shared part that brought them. */
const stylesBeside = (files: Iterable<string>) => {
  const names = new Set([...files].map((file) => path.basename(file).replace(/-[\w-]{8}\.\w+$/, '')))
  return all.filter(
    (file) => file.endsWith('.css') && names.has(path.basename(file).replace(/-[\w-]{8}\.css$/, '')) && !html.includes(file),
  )
}

const firstPages = all.filter((file) => /\/(sign-in-page|work-list-page|[\w-]+-home(?:-page)?)-[\w-]{8}\.js$/.test(file))
const rows = firstPages.map((page) => {
  const files = new Set([...frame, book, ...closureOf(page)])
  const styles = [...files].filter((file) => file.endsWith('.css'))
  return {
    page: path.basename(page).replace(/-[\w-]{8}\.js$/, ''),
    js: sum([...files].filter((file) => file.endsWith('.js'))),
    css: sum([...styles, ...stylesBeside(files)]),
  }
})
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
console.log(
  `frame ${kB(sum([...frame].filter((file) => file.endsWith('.js'))))} js, ${kB(sum([...frame].filter((file) => file.endsWith('.css'))))} css`,
)
for (const one of books) console.log(`words ${path.basename(one)} ${kB(sizeOf(one))}`)
for (const row of rows.sort((a, b) => b.js - a.js)) console.log(`first load with ${row.page}: ${kB(row.js)} js, ${kB(row.css)} css`)
console.log(`limit ${kB(limit.js)} js, ${kB(limit.css)} css`)
const isOver = rows.some((row) => row.js > limit.js || row.css > limit.css)
if (isOver) console.log('over the limit')
if (isOver && process.argv.includes('--strict')) process.exitCode = 1
