// Opens the house: configuration, database, migrations, the demonstration region or the first administrator, jobs, listening.
import path from 'node:path'
import { buildApp } from './app.ts'
import { openHouse } from './house.ts'
import { type Config, readConfig } from './platform/config.ts'
import type { House } from './platform/context.ts'
import { type Embedded, openEmbedded } from './platform/database/embedded.ts'
import { ensureDatabase, migrate } from './platform/database/migrate.ts'
import { demandPort, sayPort } from './start/port.ts'
import { prepareInstallation } from './start/prepare.ts'

const root = path.join(import.meta.dirname, '../../..')
const log: House['log'] = (level, message, detail) => {
  if (level === 'info' && process.env['LOG'] !== 'info') return
  console.error(JSON.stringify({ level, message, at: new Date().toISOString(), ...detail }))
}

try {
  await open()
} catch (error) {
  console.error(`Guildhall did not start. ${(error as Error).message}`)
  process.exit(1)
}

async function open(): Promise<void> {
  const config = readConfig(root, process.env)
  await demandPort(config.port, config.host)
  const embedded = config.databaseUrl ? undefined : await openEmbedded(config.home)
  try {
    await openOn(config, embedded)
  } catch (error) {
    if (embedded && !embedded.adopted) await embedded.stop() // an adopted one may be another server's
    throw error
  }
}

async function openOn(config: Config, embedded: Embedded | undefined): Promise<void> {
  if (embedded) await ensureDatabase(embedded.url('postgres'), 'guildhall')
  const databaseUrl = config.databaseUrl ?? embedded!.url('guildhall')
  await migrate(databaseUrl)

  const prepared = await prepareInstallation({ config, databaseUrl, empty: process.argv.includes('--empty'), log })
  const { house, close } = await openHouse({ config, databaseUrl, demonstration: prepared.demonstration, background: true, log })
  const app = await buildApp(house, { web: path.join(root, 'apps/web/dist') })
  await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
    throw sayPort(error, config.port, config.host)
  })

  let closing = false
  const shut = async () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), 10_000).unref()
    await app.close()
    await close()
    await embedded?.stop()
    process.exit(0)
  }
  process.on('SIGINT', shut)
  process.on('SIGTERM', shut)
  const port = (app.server.address() as { port: number }).port
  for (const line of prepared.lines(`http://localhost:${port}`)) console.log(line)
  console.log(`Guildhall is ready: http://localhost:${port}`)
}
