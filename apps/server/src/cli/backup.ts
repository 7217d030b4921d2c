import path from 'node:path'
import { parseArgs } from 'node:util'
import { BackupFault } from '../platform/backup/frames.ts'
import { openInstallation } from '../platform/backup/installation.ts'
import { writeBackup } from '../platform/backup/write-backup.ts'

const usage = 'guildhall backup [FILE]   (BACKUP_PASSPHRASE seals it)'

/** One file with the whole installation, while people work. Exit status 1: it was not written, or what it holds is not whole. */
export async function backupCommand(args: string[]): Promise<number> {
  const begun = performance.now()
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const now = new Date().toISOString()
    const file = path.resolve(positionals[0] ?? `guildhall-${now.slice(0, 16).replaceAll(':', '')}.backup`)
    const installation = await openInstallation(process.env)
    try {
      const passphrase = process.env['BACKUP_PASSPHRASE'] || undefined
      const { size, sums, missing, damaged, breaks } = await writeBackup({ ...installation, now, passphrase }, file)
      console.log(`${file}: ${(size / 1e6).toFixed(1)} MB, ${sums.rows} rows, ${sums.files} files, ${sums.chains.objects} chains of ${sums.chains.actions} actions, ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      if (!passphrase) console.log('It is not sealed: whoever has the file can read it. Set BACKUP_PASSPHRASE to seal it.')
      for (const id of missing) console.error(`The file ${id} is missing in the store and so in the backup.`)
      for (const id of damaged) console.error(`The file ${id} is not what was once saved; it was kept as it is.`)
      for (const { objectId, seq } of breaks) console.error(`The chain of ${objectId} breaks at ${seq}; it was kept as it is.`)
      return missing.length + damaged.length + breaks.length ? 1 : 0
    } finally {
      await installation.close()
    }
  } catch (error) {
    console.error(`guildhall backup: ${sentenceOf(error)}\n${usage}`)
    return 1
  }
}

/** A fault says itself; anything else is told with its own message, never with a stack. */
export const sentenceOf = (error: unknown): string => (error instanceof BackupFault || error instanceof Error ? error.message : String(error))
