import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../../../..')
const run = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/guildhall.mjs', 'translate', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  })
  const answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  return { status, answers, stdout, stderr }
}
const example = { id: 'n1', text: '用水平仪校平洗衣机，偏差不超过2毫米。', lang: 'zh' }

describe('guildhall translate', () => {
  test('answers line by line, in order, with the ids of the input', () => {
    const input = [example, { id: 7, text: '' }, { id: 'c', text: '五险一金' }].map((one) => JSON.stringify(one)).join('\n')
    const { status, answers } = run(input)
    expect(status).toBe(0)
    expect(answers.map((one) => one.id)).toEqual(['n1', 7, 'c'])
    expect(answers[0]).toMatchObject({
      lang: 'zh',
      statements: [
        {
          start: 0,
          end: 18,
          kind: 'task',
          outcomes: [
            {
              action: { value: 'level', text: { zh: '校平', en: 'level', de: 'ausrichten' } },
              object: { text: { zh: '洗衣机' } },
              condition: { text: { zh: '用水平仪' } },
              standard: { text: { zh: '偏差不超过2毫米' }, measure: { op: '<=', value: 2, unit: 'mm' } },
              level: { value: 3, low: 2, high: 4 },
              evidence: { text: { en: expect.stringContaining('work sample') } },
            },
          ],
        },
      ],
      unused: [{ start: 18, end: 19 }],
    })
    expect(answers[1]).toEqual({ id: 7, lang: 'zh', statements: [], unused: [], reason: 'empty-text' })
    expect(answers[2].statements[0]).toMatchObject({ kind: 'offer', outcomes: [] })
  })
  test('the order of the lines changes nothing', () => {
    const lines = [example, { id: 'b', text: '把货物按批次上架' }, { id: 'c', text: 'You will drive a forklift.' }].map((one) =>
      JSON.stringify(one),
    )
    expect(run(lines.toReversed().join('\n')).stdout.split('\n').filter(Boolean).toReversed()).toEqual(
      run(lines.join('\n')).stdout.split('\n').filter(Boolean),
    )
  })
  test.each([
    ['no JSON', 'hello', [], 'line 1'],
    ['no id', '{"text":"x"}', [], 'line 1'],
    ['text that is none', `${JSON.stringify(example)}\n{"id":"b","text":3}`, [], 'line 2'],
    ['an unknown language', JSON.stringify(example), ['--lang', 'fr'], '--lang'],
    ['an unknown option', JSON.stringify(example), ['--fast'], 'guildhall translate'],
    ['a folder that is not there', JSON.stringify(example), ['--taxonomy', 'nowhere'], 'nowhere'],
  ])('%s ends with status 2 and says where', (_, input, args, part) => {
    const { status, stderr } = run(input, ...args)
    expect(status).toBe(2)
    expect(stderr).toContain(part)
  })
})
