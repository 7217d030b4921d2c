import { parseArgs } from 'node:util'
import { openInstallation } from '../platform/backup/installation.ts'
import { walkBackup } from '../platform/backup/read-backup.ts'
import { releaseJobs, restoreBackup } from '../platform/backup/restore-backup.ts'
import { isWhole, verifyInstallation } from '../platform/backup/verify-installation.ts'
import { sentenceOf } from './backup.ts'

const usage = 'guildhall restore FILE [--yes]   |   guildhall restore --release'

/** Puts a backup into an empty installation. Without `--yes` it only reads the file through and says what is in it. */
export async function restoreCommand(args: string[]): Promise<number> {
  const begun = performance.now()
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { yes: { type: 'boolean' }, release: { type: 'boolean' } } })
    if (values.release) return await release()
    const file = positionals[0]
    if (!file) throw new Error('Say which file.')
    const passphrase = process.env['BACKUP_PASSPHRASE'] || undefined
    if (!values.yes) {
      const { description, sums } = await walkBackup(file, passphrase)
      console.log(`${file} is whole: made ${description.at} by version ${description.version}; ${sums.rows} rows, ${sums.files} files, ${sums.chains.objects} chains of ${sums.chains.actions} actions.`)
      console.log('Nothing was restored. Run it again with --yes; it goes only into an empty database.')
      return 0
    }
    const installation = await openInstallation(process.env, { make: true })
    try {
      const { description, sums, migrated } = await restoreBackup(file, { ...installation, passphrase, now: new Date().toISOString() })
      const verified = await verifyInstallation(installation.databaseUrl, installation.files)
      console.log(`Restored what was there at ${description.at}: ${sums.rows} rows, ${sums.files} files, ${sums.chains.objects} chains of ${sums.chains.actions} actions, ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      if (migrated.length) console.log(`The schema was then brought up to this version (${migrated.length} migrations).`)
      console.log('Everybody signs in anew. Jobs and mails are paused: look first at what waits, then `guildhall restore --release`.')
      if (!isWhole(verified)) console.error('Something was not whole already when the backup was made: `guildhall verify` names it.')
      return isWhole(verified) ? 0 : 1
    } finally {
      await installation.close()
    }
  } catch (error) {
    console.error(`guildhall restore: ${sentenceOf(error)}\n${usage}`)
    return 1
  }
}

async function release(): Promise<number> {
  const installation = await openInstallation(process.env)
  try {
    console.log((await releaseJobs(installation.databaseUrl)) ? 'Jobs and mails go again.' : 'Nothing was paused.')
    return 0
  } finally {
    await installation.close()
  }
}
