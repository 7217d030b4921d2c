import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

// The rules of the tree, "who may import whom", read from the source text. A new arrow between rooms breaks this file first.
const root = path.join(import.meta.dirname, '..')
const engines = ['kernel', 'process', 'occupations', 'translation', 'allocation', 'compliance', 'credentials']
const moduleOrder = [
  'identity',
  'desk',
  'directory',
  'taxonomy',
  'translation',
  'compliance',
  'needs',
  'occupations',
  'programmes',
  'partnerships',
  'placements',
  'apprenticeships',
  'staff',
  'credentials',
  'innovation',
  'oversight',
  'exchange',
]

type File = { path: string; text: string; imports: string[] }

function sourceFiles(): File[] {
  const folders = ['packages', 'contract', 'words', 'apps', 'tests', 'scripts', 'bench', 'tools'].filter((one) =>
    fs.existsSync(path.join(root, one)),
  )
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx)$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
      .map((file) => {
        const at = path.posix.join(folder, file.split(path.sep).join('/'))
        const text = fs.readFileSync(path.join(root, at), 'utf8')
        return { path: at, text, imports: importsOf(at, text) }
      }),
  )
}

function importsOf(at: string, text: string): string[] {
  const named = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => match[1]!)
  return named.map((one) => (one.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(at), one)) : one))
}

const files = sourceFiles()
const code = files.filter((file) => !/\.(test|spec|twin)\.tsx?$/.test(file.path))
const offences = (rule: (file: File, imported: string) => boolean, of: readonly File[] = code): string[] =>
  of.flatMap((file) => file.imports.filter((one) => rule(file, one)).map((one) => `${file.path} → ${one}`))

const moduleOf = (at: string) => /^apps\/server\/src\/modules\/([^/]+)\//.exec(at)?.[1]
const featureOf = (at: string) => /^apps\/web\/src\/features\/([^/]+)\//.exec(at)?.[1]
const engineOf = (at: string) => /^packages\/([^/]+)\//.exec(at)?.[1]

describe('who may import whom', () => {
  test('engines are pure: no Node, no library, nothing of the house but the kernel', () => {
    expect(
      offences(
        (file, one) =>
          engineOf(file.path) !== undefined &&
          !one.startsWith(`packages/${engineOf(file.path)}/`) &&
          !(one === '@guildhall/kernel' && engineOf(file.path) !== 'kernel'),
      ),
    ).toEqual([])
  })
  test('engines have no clock, no chance, no process', () => {
    const found = code
      .filter((file) => engineOf(file.path))
      .flatMap((file) =>
        ['Date.now', 'new Date(', 'Math.random', 'process.', 'fetch(', 'performance.']
          .filter((word) => stripped(file.text).includes(word))
          .map((word) => `${file.path}: ${word}`),
      )
    expect(found).toEqual([])
  })
  test('the contract takes from engines only, and zod', () => {
    expect(
      offences(
        (file, one) =>
          file.path.startsWith('contract/') &&
          !one.startsWith('contract/') &&
          one !== 'zod' &&
          !engines.some((engine) => one === `@guildhall/${engine}`),
      ),
    ).toEqual([])
  })
  test('words take from contract and engines only', () => {
    expect(
      offences(
        (file, one) =>
          file.path.startsWith('words/') &&
          !one.startsWith('words/') &&
          !one.startsWith('@guildhall/contract') &&
          !engines.some((engine) => one === `@guildhall/${engine}`),
      ),
    ).toEqual([])
  })
  test('the platform knows no module', () => {
    expect(
      offences(
        (file, one) =>
          file.path.startsWith('apps/server/src/platform/') &&
          one.startsWith('apps/server/src/') &&
          !one.startsWith('apps/server/src/platform/'),
      ),
    ).toEqual([])
  })
  test('a module enters an earlier one by its door alone', () => {
    expect(
      offences((file, one) => {
        const [from, to] = [moduleOf(file.path), moduleOf(one)]
        return (
          from !== undefined &&
          to !== undefined &&
          from !== to &&
          (moduleOrder.indexOf(to) > moduleOrder.indexOf(from) || one !== `apps/server/src/modules/${to}/index.ts`)
        )
      }),
    ).toEqual([])
  })
  test('every module stands in the order of dependence', () => {
    expect([...new Set(code.flatMap((file) => moduleOf(file.path) ?? []))].filter((one) => !moduleOrder.includes(one))).toEqual([])
  })
  test('only app, main and the command line know several modules', () => {
    const free = /^apps\/server\/(src\/(app|main|house|openapi)\.ts|src\/start\/|src\/cli\/|seeds\/)/
    expect(
      offences(
        (file, one) =>
          file.path.startsWith('apps/server/') && moduleOf(file.path) === undefined && !free.test(file.path) && moduleOf(one) !== undefined,
      ),
    ).toEqual([])
  })
  test('the web app never imports the server', () => {
    expect(
      offences((file, one) => file.path.startsWith('apps/web/') && (one.startsWith('apps/server') || one === '@guildhall/server')),
    ).toEqual([])
  })
  test('a feature never imports another feature, and nobody but the app imports features', () => {
    expect(
      offences(
        (file, one) =>
          file.path.startsWith('apps/web/') &&
          featureOf(one) !== undefined &&
          featureOf(file.path) !== featureOf(one) &&
          !file.path.startsWith('apps/web/src/app/'),
      ),
    ).toEqual([])
  })
  test('nobody imports the own door from inside', () => {
    expect(
      offences((file, one) => {
        const own = moduleOf(file.path)
          ? `apps/server/src/modules/${moduleOf(file.path)}/index.ts`
          : engineOf(file.path)
            ? `packages/${engineOf(file.path)}/src/index.ts`
            : undefined
        return own !== undefined && one === own && file.path !== own
      }),
    ).toEqual([])
  })
})

describe('the house style', () => {
  test('there is no import cycle', () => expect(findCycle()).toBeUndefined())
  test('no file is longer than 500 lines', () =>
    expect(code.filter((file) => file.text.split('\n').length > 500 && !file.path.endsWith('.gen.ts')).map((file) => file.path)).toEqual(
      [],
    ))
  test('no default export', () =>
    expect(
      code.filter((file) => /^export default/m.test(file.text) && !/(config|tests\/setup)\.ts$/.test(file.path)).map((file) => file.path),
    ).toEqual([]))
  test('nothing is left open in code', () =>
    expect(
      files
        .filter((file) => !file.path.startsWith('tests/architecture'))
        .filter((file) => /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)|\b(test|it|describe)\.(skip|only|todo)\b/.test(file.text))
        .map((file) => file.path),
    ).toEqual([]))
  test('SQL is never put together from strings', () =>
    expect(
      code.filter((file) => file.path.startsWith('apps/server/src') && /\bsql\.(raw|lit)\(/.test(file.text)).map((file) => file.path),
    ).toEqual([]))
  test('no role is asked for by name outside the rights of a thing', () => {
    const allowed = /(\.thing|things|\/relations|\/route|\/actor|\.service|sessions\.|contact-links|demonstration|people)\.?ts$|seeds\//
    expect(
      code
        .filter(
          (file) => /^apps\/(server\/src\/modules|web)/.test(file.path) && !allowed.test(file.path) && /roles\.includes\(/.test(file.text),
        )
        .map((file) => file.path)
        .filter((one) => one !== 'apps/web/src/app/navigation.ts'),
    ).toEqual([])
  })
})

/** Text without comments, so that a word in a comment is no offence. */
function stripped(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')
}

function findCycle(): string[] | undefined {
  const known = new Map(code.map((file) => [file.path, file]))
  // Types alone make no cycle when the program runs; but two rooms that know each other's shapes are one room, so they count too.
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (at: string): string[] | undefined => {
    if (state.get(at) === 'done') return undefined
    if (state.get(at) === 'open') return [...trail.slice(trail.indexOf(at)), at]
    state.set(at, 'open')
    trail.push(at)
    for (const next of known.get(at)?.imports ?? []) {
      const found = known.has(next) ? visit(next) : undefined
      if (found) return found
    }
    trail.pop()
    state.set(at, 'done')
    return undefined
  }
  for (const file of code) {
    const found = visit(file.path)
    if (found) return found
  }
  return undefined
}
