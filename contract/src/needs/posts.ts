import { titleGrades } from '@guildhall/translation'
import { z } from 'zod'
import { ById, ContentLanguage, endpoint, Id, LocalizedTextOut, Moment, ReasonOut } from '../http/index.ts'

export const occupationTaxonomyCodes = ['csco', 'esco', 'kldb'] as const

/** An occupation or a group of occupations of an imported classification. `group`: the group it stands in; of ESCO that of ISCO. */
const occupation = {
  id: Id, taxonomy: z.enum(occupationTaxonomyCodes), version: z.string(), code: z.string(), notation: z.string().nullable(), label: LocalizedTextOut, group: z.object({ notation: z.string().nullable(), label: LocalizedTextOut }).nullable(),
}

/** An occupation to which a person tied the post of a need. */
export const LinkedOccupation = z.object({ id: Id, taxonomy: z.enum(occupationTaxonomyCodes), code: z.string(), notation: z.string().nullable(), label: LocalizedTextOut }).meta({ id: 'LinkedOccupation' })
export type LinkedOccupation = z.infer<typeof LinkedOccupation>

/** What the engine proposes for a post: `spans` are places in the post as it was asked. Nothing is stored before a person accepts. */
export const PostProposal = z
  .object({ ...occupation, grade: z.enum(titleGrades), matched: z.string().nullable(), spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })), reasons: z.array(ReasonOut) })
  .meta({ id: 'PostProposal' })
export type PostProposal = z.infer<typeof PostProposal>

/** `preparing`: imported, its index is being built; `other-language`: it speaks no language of the title. */
export const postTaxonomyStates = ['ready', 'preparing', 'other-language'] as const
export const PostTaxonomy = z.object({ id: Id, code: z.enum(occupationTaxonomyCodes), version: z.string(), name: LocalizedTextOut, state: z.enum(postTaxonomyStates), proposals: z.array(PostProposal) }).meta({ id: 'PostTaxonomy' })
export type PostTaxonomy = z.infer<typeof PostTaxonomy>

/** A decision of a person about the post of a need; without an occupation: none of this classification fits. */
export const PostDecision = z
  .object({ id: Id, taxonomy: z.enum(occupationTaxonomyCodes), occupation: z.object(occupation).nullable(), post: z.string(), grade: z.enum(titleGrades).nullable(), matched: z.string().nullable(), person: z.string().nullable(), organisation: LocalizedTextOut.nullable(), at: Moment })
  .meta({ id: 'PostDecision' })
export type PostDecision = z.infer<typeof PostDecision>

export const PostOfNeed = z.object({ needId: Id, post: z.string().nullable(), taxonomies: z.array(PostTaxonomy), decisions: z.array(PostDecision), allowed: z.array(z.string()) }).meta({ id: 'PostOfNeed' })
export type PostOfNeed = z.infer<typeof PostOfNeed>

/** Occupations chosen while a need is written: one a classification. */
export const ChosenOccupations = z.array(Id).max(occupationTaxonomyCodes.length)

export const posts = {
  propose: endpoint({
    method: 'GET', path: '/api/v1/posts/proposals', access: 'session', summary: 'What a title of a post may mean among the imported occupations; nothing is stored',
    query: z.object({ post: z.string().trim().min(1).max(120), enterpriseId: Id.optional(), language: ContentLanguage.optional() }), answer: z.object({ post: z.string(), taxonomies: z.array(PostTaxonomy) }),
  }),
  ofNeed: endpoint({ method: 'GET', path: '/api/v1/needs/:id/occupations', access: 'session', summary: 'The occupations to which the post of a need is tied, and what is proposed', params: ById, answer: PostOfNeed }),
  decide: endpoint({
    method: 'POST', path: '/api/v1/needs/:id/occupations', access: 'session', summary: 'Tie the post of a need to an occupation, or say that none of a classification fits; replaces what stood there of the same classification',
    params: ById, body: z.union([z.object({ conceptId: Id }), z.object({ none: z.enum(occupationTaxonomyCodes) })]), answer: PostOfNeed,
  }),
  undo: endpoint({ method: 'POST', path: '/api/v1/needs/:id/occupations/:decisionId/undo', access: 'session', summary: 'Take such a decision back', params: z.object({ id: Id, decisionId: Id }), answer: PostOfNeed }),
  used: endpoint({ method: 'GET', path: '/api/v1/needs/occupations', access: 'session', summary: 'Occupations to which posts of needs that I may read are tied, the most used first', answer: z.object({ items: z.array(LinkedOccupation.extend({ needs: z.number().int() })) }) }),
}
