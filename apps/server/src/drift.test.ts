import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../tests/town.ts'
import { openApiText } from './openapi.ts'
import { describeTables, writeSchemaText, writeTableTypes } from './platform/database/describe.ts'

const root = path.join(import.meta.dirname, '../../..')
const kept = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
let town: Town
beforeAll(async () => {
  town = await openTown({ empty: true })
})
afterAll(() => town.close())

describe('what is generated is what the program is; `node scripts/house.mjs docs` writes it again', () => {
  test('table types and the schema in the docs', async () => {
    const tables = await describeTables(town.databaseUrl)
    expect(writeTableTypes(tables)).toBe(kept('apps/server/src/platform/database/tables.gen.ts'))
    expect(writeSchemaText(tables)).toBe(kept('docs/schema/tables.md'))
  })
  // Compared as operations first: a difference then names itself.
  test('the interface in the docs', () => {
    const [now, then] = [JSON.parse(openApiText(town.app)), JSON.parse(kept('docs/openapi.json'))]
    expect(Object.keys(now.paths)).toEqual(Object.keys(then.paths))
    expect(now).toEqual(then)
  })
})
