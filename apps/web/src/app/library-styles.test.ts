import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, '../../../node_modules/@mantine/core/styles')
const sources = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

/** Components that are made of others and bring no styles of their own name. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input'],
  Select: ['Input', 'Combobox'],
}

test('every component of the library that a page uses has its styles', () => {
  const used = new Set(
    sources.flatMap((file) =>
      [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)].flatMap((match) =>
        match[1]!
          .split(',')
          .map((name) => name.trim())
          .filter((name) => /^[A-Z]/.test(name)),
      ),
    ),
  )
  const styles = fs.readFileSync(path.join(root, 'app/library-styles.ts'), 'utf8')
  const needed = [...used].flatMap((name) => madeOf[name] ?? [name]).filter((name) => fs.existsSync(path.join(library, `${name}.css`)))
  expect(needed.filter((name) => !styles.includes(`/${name}.css'`))).toEqual([])
})
