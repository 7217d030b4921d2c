import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { openHouse } from './house.ts'
import { readConfig } from './platform/config.ts'

/** Keys in order, so that the same interface gives the same text. Lists keep theirs. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]))
}

/** The interface of an application as OpenAPI 3.1, as text. */
export const openApiText = (app: FastifyInstance): string => `${JSON.stringify(inOrder(app.swagger()), null, 1)}\n`

/** The same from a migrated database: opens the application, listens nowhere. */
export async function writeOpenApi(databaseUrl: string): Promise<string> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-api-'))
  const { house, close } = await openHouse({ config: { ...readConfig(home, {}), home }, databaseUrl, demonstration: false, background: false })
  try {
    const app = await buildApp(house)
    const text = openApiText(app)
    await app.close()
    return text
  } finally {
    await close()
    fs.rmSync(home, { recursive: true, force: true })
  }
}
