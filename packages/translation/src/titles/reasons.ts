/** Why a title is tied to an occupation; `words` has the three sentences of each. */
export const titleReasonCodes = [
  'title-accepted-before', 'title-is-label', 'title-is-other-name', 'title-is-label-of-several', 'title-has-label', 'title-words-alike', 'title-by-bridge', 'title-by-reviewed-bridge', 'title-words-not-read',
] as const
export type TitleReasonCode = (typeof titleReasonCodes)[number]
