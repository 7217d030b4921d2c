import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const bin = path.join(import.meta.dirname, '../../../../bin/guildhall.mjs')
let dir = ''
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-link-'))
  writeFolder(dir)
})
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

type Line = Readonly<{
  id: string
  reason?: string
  results: readonly Readonly<{
    id: string
    label: string
    score: number
    sure: boolean
    evidence: readonly Readonly<{ start: number; end: number; matched: string }>[]
  }>[]
}>

describe('a line that can be answered', () => {
  test('names concepts, their labels and the words that led there', async () => {
    const text = 'You ｏｐｅｒａｔｅ a lathe 🙂 daily'
    const { code, lines } = await link(['--task', 'skill', '--taxonomy', dir], [{ id: 'a1', text, lang: 'en' }])
    expect(code).toBe(0)
    const [best] = lines[0]!.results
    expect(best).toMatchObject({ id: 'http://example.org/skill/lathe', label: 'operate lathe' })
    expect(best!.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['ｏｐｅｒａｔｅ a lathe'])
  })

  test('keeps order and ids, one line out for one in', async () => {
    const asked = ['weld pipes', '', 'operate lathe', 'xyzzy'].map((text, i) => ({ id: `q${i}`, text, lang: 'en' }))
    const { lines } = await link(['--task', 'skill', '--taxonomy', dir, '--top', '1'], asked)
    expect(lines.map((line) => line.id)).toEqual(['q0', 'q1', 'q2', 'q3'])
    expect(lines.map((line) => line.results.length)).toEqual([1, 0, 1, 0])
    expect(lines.map((line) => line.reason)).toEqual([undefined, 'empty-text', undefined, 'nothing-found'])
  })

  test('does not depend on the lines around it', async () => {
    const one = { id: 'x', text: 'weld the pipes', lang: 'en' }
    const alone = await link(['--task', 'skill', '--taxonomy', dir], [one])
    const among = await link(['--task', 'skill', '--taxonomy', dir], [{ id: 'y', text: 'operate lathe', lang: 'en' }, one])
    expect(among.lines[1]).toEqual(alone.lines[0])
  })

  test.each([
    ['fr', 'language-not-known'],
    ['zh', 'not-in-this-taxonomy'],
  ])('in %s has no answer, and says %s', async (lang, reason) => {
    const { code, lines } = await link(['--task', 'skill', '--taxonomy', dir], [{ id: 'a', text: 'souder', lang }])
    expect({ code, lines }).toEqual({ code: 0, lines: [{ id: 'a', results: [], reason }] })
  })

  test('chooses among the titles of a list, gzipped or not', async () => {
    const list = 'w1\tPipe welder\nw2\tNurse\nw3\tWelder\n'
    fs.writeFileSync(path.join(dir, 'titles.tsv'), list)
    fs.writeFileSync(path.join(dir, 'titles.tsv.gz'), gzipSync(list))
    const ask = (file: string) =>
      link(['--task', 'title-similarity', '--candidates', path.join(dir, file), '--top', '1000'], [{ id: 'a', text: 'welder', lang: 'en' }])
    const [plain, packed] = [await ask('titles.tsv'), await ask('titles.tsv.gz')]
    expect(plain.lines[0]!.results[0]!.id).toBe('w3')
    expect(packed.lines).toEqual(plain.lines)
  })

  test('builds the index from empty input', async () => {
    expect(await link(['--task', 'skill', '--taxonomy', dir], [])).toMatchObject({ code: 0, lines: [] })
  })
})

describe('what cannot be used ends with status 2 and a remedy', () => {
  test.each([
    ['no JSON', ['--task', 'skill'], '{"id": "a"', 'line 2 is no JSON'],
    ['no id', ['--task', 'skill'], '{"text": "weld"}', 'line 2 has no "id"'],
    ['a text that is none', ['--task', 'skill'], '{"id": "a", "text": 7}', 'line 2 (id a): "text"'],
    ['an unknown task', ['--task', 'cooking'], '', 'unknown task "cooking"'],
    ['an unknown option', ['--task', 'skill', '--fast'], '', '--fast'],
    ['a list that is missing', ['--task', 'title-similarity'], '', 'needs --candidates'],
    ['a task without its files', ['--task', 'major-zh'], '', 'cn/majors_moe'],
  ])('%s', async (_, args, second, message) => {
    const { code, errors } = await run(['link', ...args, '--taxonomy', dir], `{"id": "ok", "text": "weld", "lang": "en"}\n${second}\n`)
    expect(code).toBe(2)
    expect(errors).toContain(message)
  })

  test('a folder that is not there', async () => {
    const { code, errors } = await run(['link', '--task', 'skill', '--taxonomy', path.join(dir, 'nowhere')], '')
    expect(code).toBe(2)
    expect(errors).toContain('there is no folder')
  })

  test('an unknown command, with the list of those there are', async () => {
    const { code, errors } = await run(['dance'], '')
    expect(code).toBe(2)
    expect(errors).toContain('link, restore, translate')
  })
})

function writeFolder(folder: string): void {
  const esco = path.join(folder, 'esco/en-1.1.0')
  fs.mkdirSync(esco, { recursive: true })
  const skill = (name: string, label: string, others: string) =>
    `KnowledgeSkillCompetence,http://example.org/skill/${name},${label},"${others}","To ${label}, ""well""."`
  const rows = [
    skill('lathe', 'operate lathe', 'turn parts\nrun a lathe'),
    skill('weld', 'weld pipes', 'pipe welding'),
    skill('rota', 'plan shifts', 'draw up rotas'),
  ]
  fs.writeFileSync(
    path.join(esco, 'skills_en.csv.gz'),
    gzipSync(`conceptType,conceptUri,preferredLabel,altLabels,description\n${rows.join('\n')}\n`),
  )
}

async function link(args: readonly string[], asked: readonly unknown[]): Promise<{ code: number; lines: readonly Line[] }> {
  const { code, output } = await run(['link', ...args], asked.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return {
    code,
    lines: output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  }
}

/** As a user calls it: the system's Node starts the command, which finds the packaged one. */
function run(args: readonly string[], input: string): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('node', [bin, ...args], { env: { ...process.env, GUILDHALL_CACHE: path.join(dir, 'cache') } })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output, errors }))
    child.stdin.on('error', () => undefined) // A child that refuses its call does not read on.
    child.stdin.end(input)
  })
}
