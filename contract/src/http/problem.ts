import { z } from 'zod'

/** One fault of an input: where it is (a JSON pointer), what is wrong (a code with three texts), and what belongs into the sentence. */
export const Fault = z.object({ at: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional() }).meta({ id: 'Fault' })
export type Fault = z.infer<typeof Fault>

/** Problem Details (RFC 9457) with our code. `current` holds the other version where two people edited the same thing. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    faults: z.array(Fault).optional(),
    current: z.unknown().optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Codes that any endpoint may answer. Module codes stand beside their endpoints. */
export const commonProblems = [
  'sign-in', 'not-allowed', 'not-found', 'invalid', 'conflict', 'stale', 'too-many', 'too-large', 'busy', 'broken', 'answer-broke-contract', 'foreign-origin',
  'key-reused', 'version-needed', 'unsupported-type',
] as const
export type CommonProblem = (typeof commonProblems)[number]
