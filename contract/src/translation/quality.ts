import { z } from 'zod'
import { Day, endpoint } from '../http/index.ts'

/** One measured figure: a share, or a mean of shares, with its 95 % interval over n lines. `aim` of what should be small is its upper end. */
export const QualityFigure = z
  .object({
    task: z.string(), set: z.string(), figure: z.string(), value: z.number(), low: z.number(), high: z.number(), n: z.number().int(), aim: z.number().nullable(), smallIsGood: z.boolean(),
    /** When it was measured, and on which rules of the engine. */
    day: Day.nullable(), engine: z.string().nullable(),
  })
  .meta({ id: 'QualityFigure' })
export type QualityFigure = z.infer<typeof QualityFigure>

export const quality = {
  figures: endpoint({ method: 'GET', path: '/api/v1/quality', access: 'session', summary: 'How often the engine was right where it was measured', answer: z.object({ engine: z.string(), items: z.array(QualityFigure) }) }),
}
