import { conceptKinds } from '@guildhall/translation'
import { z } from 'zod'
import { ById, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'

export const tieMatches = ['exact', 'close', 'broad', 'narrow'] as const
/** Why somebody thought of the tie. */
export const tieReasons = ['same-trade', 'same-work', 'wider-group', 'part-of-work', 'knowledge-behind', 'same-label', 'by-person'] as const
/** `possible`: nobody has judged it, or as many for it as against it. */
export const tieStates = ['possible', 'reviewed', 'refused'] as const
export const tieOrigins = ['lexicon', 'project', 'person'] as const
export const tieVerdicts = ['right', 'other', 'wrong'] as const
export const tieConfidences = ['high', 'middle', 'low'] as const

const Side = z.object({ conceptId: Id, taxonomy: z.string(), version: z.string(), code: z.string(), notation: z.string().nullable(), kind: z.enum(conceptKinds), label: LocalizedTextOut, description: LocalizedTextOut }).meta({ id: 'TieSide' })

export const TieVerdict = z.object({ id: Id, verdict: z.enum(tieVerdicts), match: z.enum(tieMatches).nullable(), note: z.string().nullable(), person: z.string().nullable(), organisation: LocalizedTextOut.nullable(), at: Moment, mine: z.boolean() }).meta({ id: 'TieVerdict' })
export type TieVerdict = z.infer<typeof TieVerdict>

/** A tie of two concepts of different taxonomies. `match`: as it was proposed; `holds`: as reviewers said. */
export const Tie = z
  .object({
    id: Id, from: Side, to: Side, match: z.enum(tieMatches), holds: z.enum(tieMatches), reason: z.enum(tieReasons), confidence: z.number(), origin: z.enum(tieOrigins), proposedBy: z.string().nullable(), state: z.enum(tieStates), verdicts: z.array(TieVerdict), allowed: z.array(z.string()),
  })
  .meta({ id: 'Tie' })
export type Tie = z.infer<typeof Tie>

/** Two taxonomies by their codes, `csco:esco`. */
const TiePair = z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/)
const filters = { pair: TiePair.optional(), state: z.enum(tieStates).optional(), confidence: z.enum(tieConfidences).optional(), conceptId: Id.optional() }

export const bridge = {
  list: endpoint({ method: 'GET', path: '/api/v1/bridge/ties', access: 'session', summary: 'Ties between taxonomies, the likeliest first', query: listQuery({ sort: ['confidence'], filters }), answer: pageOf(Tie) }),
  counts: endpoint({
    method: 'GET', path: '/api/v1/bridge/counts', access: 'session', summary: 'How many ties are possible, reviewed, refused, by pair of taxonomies',
    answer: z.object({ pairs: z.array(z.object({ pair: z.string(), possible: z.number().int(), reviewed: z.number().int(), refused: z.number().int(), concepts: z.number().int() })), asOf: Moment }),
  }),
  file: endpoint({ method: 'GET', path: '/api/v1/bridge/ties.csv', access: 'session', summary: 'Ties with their verdicts as CSV', query: z.object(filters), answer: z.unknown(), download: true }),
  judge: endpoint({
    method: 'POST', path: '/api/v1/bridge/ties/:id/verdicts', access: 'session', summary: 'Say that a tie is right, of another kind, or wrong; a second verdict replaces the own first one, and nobody judges what they proposed',
    params: ById, body: z.object({ verdict: z.enum(tieVerdicts), match: z.enum(tieMatches).optional(), note: z.string().trim().max(500).nullable().optional() }), answer: Tie,
  }),
  undo: endpoint({ method: 'POST', path: '/api/v1/bridge/ties/:id/verdicts/undo', access: 'session', summary: 'Take the own verdict back', params: ById, body: z.object({}), answer: Tie }),
  propose: endpoint({
    method: 'POST', path: '/api/v1/bridge/ties', access: 'session', summary: 'Propose a tie between concepts of two taxonomies; it is possible until another person reviews it',
    body: z.object({ fromId: Id, toId: Id, match: z.enum(tieMatches) }), answer: Tie, status: 201,
  }),
}
