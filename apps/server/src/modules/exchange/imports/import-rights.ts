import { can } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { notAllowed } from '../../../platform/http/refused.ts'
import { allTargets } from '../targets/targets.ts'

export const mayImport = (ctx: Context, target: ImportTarget): boolean => can(target.rights, 'import', ctx.actor, {})

/** Refuses who may not import into this register. */
export function demandTarget(ctx: Context, target: ImportTarget): void {
  if (!mayImport(ctx, target)) throw notAllowed()
}

/** Registers that the actor may fill: of the others they see no import either, for its rows hold what the file held. */
export const openTargets = (ctx: Context) => allTargets.filter((target) => mayImport(ctx, target))
