import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { buildApp } from '../app.ts'
import { openHouse } from '../house.ts'
import type { Config } from '../platform/config.ts'
import type { House } from '../platform/context.ts'
import type { Embedded } from '../platform/database/embedded.ts'
import { ensureDatabase, migrate } from '../platform/database/migrate.ts'
import { sayPort } from './port.ts'
import { prepareInstallation } from './prepare.ts'

/** Migrations, the demonstration region or the first administrator, jobs, listening; and the end, when a signal asks for it. */
export async function serve(config: Config, embedded: Embedded | undefined): Promise<void> {
  if (embedded) await ensureDatabase(embedded.url('postgres'), 'guildhall')
  const databaseUrl = config.databaseUrl ?? embedded!.url('guildhall')
  await migrate(databaseUrl)

  const prepared = await prepareInstallation({ config, databaseUrl, empty: process.argv.includes('--empty'), log })
  const { house, close } = await openHouse({ config, databaseUrl, demonstration: prepared.demonstration, background: true, log })
  const app = await buildApp(house, { web: path.join(config.root, 'apps/web/dist') })
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
  const { port } = app.server.address() as { port: number }
  const here = `http://localhost:${port}`
  for (const line of prepared.lines(config.publicUrl.endsWith(':0') ? here : config.publicUrl)) console.log(line)
  console.log(`Guildhall is ready: ${here}`)
  flushCompileCache() // a server that is killed keeps it too
}

const log: House['log'] = (level, message, detail) => {
  if (level === 'info' && process.env['LOG'] !== 'info') return
  console.error(JSON.stringify({ level, message, at: new Date().toISOString(), ...detail }))
}
