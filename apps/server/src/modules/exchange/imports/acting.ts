import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { findActingPerson } from '../../identity/index.ts'

/** Who asked for background work, and for which organisation. */
export const Asker = z.object({ personId: z.uuid(), homeId: z.uuid() })

/** The job's context as the person who asked for it, with the rights that they have now. Undefined once they may no longer act there. */
export async function asAsker(ctx: Context, asker: z.output<typeof Asker>): Promise<Context | undefined> {
  const actor = await findActingPerson(ctx.house, { personId: asker.personId, organisationId: asker.homeId })
  return actor && { ...ctx, actor, now: ctx.house.clock.now() }
}
