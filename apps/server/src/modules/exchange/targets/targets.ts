import { type ImportTargetName, importTargets } from '@guildhall/contract/exchange'
import { classes } from './classes.ts'
import { learners } from './learners.ts'
import { needs } from './needs.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'

/** Every register that takes rows from a file. A new one is a file beside this, and a line here. */
export const targets = { organisations, needs, classes, learners, people } as const satisfies { [Name in ImportTargetName]: ImportTarget<Name> }

export const targetOf = (name: ImportTargetName): ImportTarget => targets[name]
export const allTargets: readonly ImportTarget<ImportTargetName>[] = importTargets.map((name) => targets[name])
