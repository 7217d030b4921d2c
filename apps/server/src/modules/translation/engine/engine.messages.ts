import type { ContentLanguage, Reason } from '@guildhall/kernel'
import type { TitleLink, Translation } from '@guildhall/translation'
import type { StoredTaxonomy } from './index-cache.ts'

/** What passes between the server and the engine's worker. */
export type EngineQuestion = Readonly<{
  id: number
  text: string
  language: ContentLanguage | undefined
  enterpriseId: string | undefined
  now: string
  /** Asked beside the starter lexicon. */
  taxonomies: readonly StoredTaxonomy[]
  decisions: readonly Readonly<{ id: string; at: string; phrase: string; language: ContentLanguage; enterprise: string; verdict: 'accepted' | 'edited' | 'rejected'; by: string; concepts: readonly { taxonomy: string; concept: string; label: string }[] }>[]
}>
/** A title of a post, and the classifications in which it is looked up; `accepted`: what people tied it to in that one before. */
export type TitleQuestion = Readonly<{
  id: number
  title: string
  asked: readonly Readonly<{ stored: StoredTaxonomy; language: ContentLanguage; accepted?: readonly Readonly<{ concept: string; times: number }>[] }>[]
}>
export type EngineAnswer = Readonly<{ id: number; ok: true; translation: Translated }> | Readonly<{ id: number; ok: true; titles: readonly (readonly TitleLink[])[] }> | Readonly<{ id: number; ok: false; error: string }>

/** A decision of the past that the engine may learn from, within its walls. */
export type RememberedDecision = EngineQuestion['decisions'][number]
export type Translated = Translation & Readonly<{ reasons: readonly Reason[] }>
