import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { createEngine } from './engine.ts'
import { findTitleShelves, storeOccupations } from './title-taxonomies.ts'

/** Builds the indexes in which titles of posts are looked up, once for every import. Run twice, it finds them built. */
export const prepareTitlesJob = defineJob({
  name: 'prepare-titles',
  schema: z.object({}),
  run: async (ctx, _data, report) => {
    const waiting = (await findTitleShelves(ctx.house)).flatMap((shelf) => shelf.parts).filter((part) => !part.isBuilt)
    const engine = createEngine({ behind: true })
    try {
      for (const [done, part] of waiting.entries()) {
        await report({ done, total: waiting.length, step: `${part.stored.id} ${part.stored.version} ${part.language}` })
        await storeOccupations(ctx.house, part)
        await engine.title({ title: '', asked: [part] })
      }
    } finally {
      await engine.close()
    }
    return { built: waiting.length }
  },
})
