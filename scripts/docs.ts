// Writes what is generated from the program itself: table types, docs/schema, docs/openapi.json. A test compares them (drift).
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describeTables, writeSchemaText, writeTableTypes } from '../apps/server/src/platform/database/describe.ts'
import { openEmbedded } from '../apps/server/src/platform/database/embedded.ts'
import { ensureDatabase, migrate } from '../apps/server/src/platform/database/migrate.ts'

const root = path.join(import.meta.dirname, '..')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-docs-'))
if (process.getuid?.() === 0) fs.chmodSync(home, 0o755)
const embedded = await openEmbedded(home, { settings: ['-c', 'fsync=off'] })
try {
  await ensureDatabase(embedded.url('postgres'), 'guildhall')
  await migrate(embedded.url('guildhall'))
  const tables = await describeTables(embedded.url('guildhall'))
  fs.writeFileSync(path.join(root, 'apps/server/src/platform/database/tables.gen.ts'), writeTableTypes(tables))
  fs.mkdirSync(path.join(root, 'docs/schema'), { recursive: true })
  fs.writeFileSync(path.join(root, 'docs/schema/tables.md'), writeSchemaText(tables))
  if (!process.argv.includes('--tables-only')) {
    const { writeOpenApi } = await import('../apps/server/src/openapi.ts')
    fs.writeFileSync(path.join(root, 'docs/openapi.json'), await writeOpenApi(embedded.url('guildhall')))
  }
} finally {
  await embedded.stop()
  fs.rmSync(home, { recursive: true, force: true })
}
