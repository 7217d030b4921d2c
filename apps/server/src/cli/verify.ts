import { parseArgs } from 'node:util'
import { openInstallation } from '../platform/backup/installation.ts'
import { isWhole, verifyInstallation } from '../platform/backup/verify-installation.ts'
import { sentenceOf } from './backup.ts'

const usage = 'guildhall verify'

/** Checks chains, files and references of an installation, while people work. Exit status 1: something is broken, or could not be looked at. */
export async function verifyCommand(args: string[]): Promise<number> {
  const begun = performance.now()
  try {
    parseArgs({ args })
    const installation = await openInstallation(process.env)
    try {
      const verified = await verifyInstallation(installation.databaseUrl, installation.files)
      const { chains, files, references } = verified
      console.log(`chains      ${chains.objects} of ${chains.actions} actions, ${chains.breaks.length} broken`)
      console.log(`files       ${files.checked}, ${files.missing.length} missing, ${files.damaged.length} damaged`)
      console.log(`references  ${references.checked} kinds, ${references.broken.length} broken`)
      console.log(`heads       ${chains.heads}`)
      for (const { objectId, seq } of chains.breaks) console.error(`The chain of ${objectId} breaks at action ${seq}.`)
      for (const id of files.missing) console.error(`The file ${id} is missing.`)
      for (const id of files.damaged) console.error(`The file ${id} is not what was saved.`)
      for (const { name, rows } of references.broken) console.error(`${rows} rows point to nothing: ${name}.`)
      console.log(`${isWhole(verified) ? 'whole' : 'NOT WHOLE'} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
      return isWhole(verified) ? 0 : 1
    } finally {
      await installation.close()
    }
  } catch (error) {
    console.error(`guildhall verify: ${sentenceOf(error)}\n${usage}`)
    return 1
  }
}
