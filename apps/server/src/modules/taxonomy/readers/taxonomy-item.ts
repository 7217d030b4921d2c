import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'

export const taxonomies = ['esco', 'csco', 'majors', 'skill-standards', 'kldb', 'onet'] as const
export type TaxonomyName = (typeof taxonomies)[number]

/** The same words as the translation engine uses. */
export type TaxonomyConceptKind = 'competence' | 'occupation' | 'group' | 'major'

export type ConceptLabels = Readonly<{ preferred: string; alternative: readonly string[]; hidden?: readonly string[] }>

export type TaxonomyConcept = Readonly<{
  /** A URI where the taxonomy has them (ESCO), else its name and code: `csco:2-02-07-13`, `major:460301`. */
  id: string
  kind: TaxonomyConceptKind
  labels: Readonly<Partial<Record<ContentLanguage, ConceptLabels>>>
  description?: LocalizedText
  parents: readonly string[]
  /** The code people know it by. */
  notation?: string
  status: 'released' | 'draft' | 'obsolete'
  /** Of a competence: knowing or being able to. */
  competence?: 'skill' | 'knowledge'
  /** How widely a competence is used: ESCO's level of reuse. */
  reuse?: string
  /** Official marks of an occupation of 2022: 数字职业, 绿色职业. */
  marks?: readonly ('digital' | 'green')[]
  /** What is done there, one a line: main tasks, activities. In the language of its labels. */
  tasks?: readonly string[]
  /** The catalogue or edition a row belongs to. */
  edition?: string
}>

export const taxonomyRelationKinds = ['broader', 'related', 'essential-for', 'optional-for', 'examined-in', 'used-in'] as const
export type TaxonomyRelation = Readonly<{
  from: string
  to: string
  kind: (typeof taxonomyRelationKinds)[number]
  /** Of a skill that an occupational standard examines: grade (L5 beginner to L1, T1 to T3) and weight in percent. */
  grade?: string
  weight?: number
  edition?: string
}>

export const taxonomyRejectCodes = [
  'wrong-columns',
  'field-missing',
  'duplicate',
  'bad-code',
  'bad-uri',
  'unknown-relation',
  'unknown-type',
  'broken-name',
  'unknown-grade',
  'bad-weight',
  'dangling',
  'bad-json',
  'level-unlike-code',
  'companion-missing',
  'not-in-edition',
] as const
export type TaxonomyRejectCode = (typeof taxonomyRejectCodes)[number]

/** A line that was not taken, and why. */
export type TaxonomyReject = Readonly<{
  file: string
  line: number
  code: TaxonomyRejectCode
  params: Readonly<Record<string, string | number>>
}>

/** Where a concept stands in its file, for who has to say that it could not be taken. */
export type SourceLine = Readonly<{ file: string; line: number }>

export type TaxonomyItem =
  | Readonly<{ kind: 'concept'; concept: TaxonomyConcept; at?: SourceLine }>
  | Readonly<{ kind: 'relation'; relation: TaxonomyRelation }>
  | Readonly<{ kind: 'reject'; reject: TaxonomyReject }>

export const conceptItem = (concept: TaxonomyConcept, at?: SourceLine): TaxonomyItem => ({ kind: 'concept', concept, ...(at ? { at } : {}) })
export const relationItem = (relation: TaxonomyRelation): TaxonomyItem => ({ kind: 'relation', relation })
export const rejectItem = (file: string, line: number, code: TaxonomyRejectCode, params: TaxonomyReject['params'] = {}): TaxonomyItem => ({
  kind: 'reject',
  reject: { file, line, code, params: { file, line, ...params } },
})
