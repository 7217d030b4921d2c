import type { LocalizedText } from '@guildhall/kernel'
import { compose } from '@guildhall/translation'

export type OutcomeSlots = Readonly<{ action: LocalizedText; object: LocalizedText; independent?: boolean | undefined; condition?: LocalizedText | null | undefined; standard?: LocalizedText | null | undefined }>

/** The sentence of an outcome as the engine writes it, in those languages in which every slot that it has is known. */
export const writeOutcomeText = ({ action, object, independent = false, condition, standard }: OutcomeSlots): LocalizedText =>
  compose({ action, object, independent, ...(condition ? { condition } : {}), ...(standard ? { standard } : {}) })

/** What two texts are compared by: without case, width, white space and punctuation. */
export const textKeyOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
