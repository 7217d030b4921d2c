// Opens the house: port, database, and while PostgreSQL starts, the program itself; then it serves. Only what begins is imported here.
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { readConfig } from './platform/config.ts'
import { openEmbedded } from './platform/database/embedded.ts'
import { demandPort } from './start/port.ts'

const root = path.join(import.meta.dirname, '../../..')
enableCompileCache(path.join(root, '.cache/compiled')) // where it cannot be written, nothing is kept
const readProgram = () => import('./start/serve.ts')

try {
  await open()
} catch (error) {
  console.error(`Guildhall did not start. ${(error as Error).message}`)
  process.exit(1)
}

async function open(): Promise<void> {
  const config = readConfig(root, process.env)
  await demandPort(config.port, config.host)
  const embedded = config.databaseUrl ? undefined : await openEmbedded(config.home, { meanwhile: readProgram })
  try {
    const { serve } = await readProgram()
    await serve(config, embedded)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
