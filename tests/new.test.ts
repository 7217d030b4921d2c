import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { editsOf } from '../scripts/new-edits.ts'
import { filesOf, namesOf } from '../scripts/new-templates.ts'

// The generator edits files that others change every day: a place that it no longer finds is noticed here, not by whoever needs it next.
const root = path.join(import.meta.dirname, '..')
const names = namesOf({ module: 'directory', thing: 'training-place', things: 'training-places', now: new Date('2026-11-24T08:00:00Z') })
const edited = Object.entries(editsOf(names)).map(([file, change]) => {
  const before = fs.readFileSync(path.join(root, file), 'utf8')
  return { file, before, after: change(before) }
})

test('a new thing is made known at every place, and what is imported there is used there', () => {
  const faults = edited.flatMap(({ file, before, after }) => {
    const imported = [...after.matchAll(/^import (?:type )?\{ (\w+) \}/gm)].map((match) => match[1]!)
    const unused = imported.filter((name) => after.split(new RegExp(`\\b${name}\\b`)).length < 3)
    return [...(after === before ? [`${file}: nothing changed`] : []), ...unused.map((name) => `${file}: ${name} is imported and not used`)]
  })
  expect(faults).toEqual([])
  expect(edited.length).toBe(6)
})

test('the pattern imports nothing that the platform and the contract do not offer', () => {
  const offered = (at: string) => [...fs.readFileSync(at, 'utf8').matchAll(/export (?:async )?(?:type|const|function|class) (\w+)|export (?:type )?\{([^}]*)\}/g)].flatMap((match) => (match[1] ? [match[1]] : match[2]!.split(',').map((one) => one.replace(/.* as |type /g, '').trim())))
  const files = filesOf(names)
  const faults = Object.entries(files).flatMap(([file, text]) =>
    [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, wanted, from]) => {
      const at = path.posix.join(path.posix.dirname(file), from!)
      if (at in files) return []
      const target = path.join(root, at)
      if (!fs.existsSync(target)) return [`${file}: there is no ${from}`]
      const there = offered(target)
      return wanted!.split(',').map((one) => one.replace('type ', '').trim()).filter((one) => one && !there.includes(one)).map((one) => `${file}: ${from} offers no ${one}`)
    }),
  )
  expect(faults).toEqual([])
})
