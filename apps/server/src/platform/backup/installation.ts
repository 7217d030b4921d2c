import fs from 'node:fs'
import path from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { openEmbedded } from '../database/embedded.ts'
import { ensureDatabase } from '../database/migrate.ts'
import { type FileStore, openFileStore } from '../files/files.ts'
import { BackupFault } from './frames.ts'

export type Installation = Readonly<{ config: Config; databaseUrl: string; files: FileStore; version: string; close: () => Promise<void> }>

const root = path.join(import.meta.dirname, '../../../../..')

/** The installation that the environment names, for a command beside the server or without one. `make`: where there is none yet, its empty database is made. */
export async function openInstallation(environment: NodeJS.ProcessEnv, options: { make?: boolean } = {}): Promise<Installation> {
  const config = readConfig(root, environment)
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string } // safe: our own file
  const rest = { config, version, files: openFileStore(path.join(config.home, 'files')) }
  if (config.databaseUrl) return { ...rest, databaseUrl: config.databaseUrl, close: async () => undefined }
  if (!options.make && !fs.existsSync(path.join(config.home, 'postgres', 'PG_VERSION'))) throw new BackupFault(`There is no installation in ${config.home}. Set GUILDHALL_DATA or DATABASE_URL as the server has it.`)
  const embedded = await openEmbedded(config.home)
  await ensureDatabase(embedded.url('postgres'), 'guildhall')
  return { ...rest, databaseUrl: embedded.url('guildhall'), close: embedded.stop }
}
