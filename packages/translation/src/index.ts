export {
  type Concept, type ConceptKind, conceptKinds, type Evidence, type Link, type Measure, type OutcomeDraft, type Provenance, type SearchIndex, type SearchQuery,
  type Slot, type Span, type Standard, type Statement, type StatementKind, statementKinds, type Taxonomy, type Translation,
} from './types.ts'
export { type BuildOptions, buildIndex } from './search/build-index.ts'
export type { BridgeSource } from './search/build-bridge.ts'
export { type LaneName, laneNames } from './search/lanes.ts'
export type { Example } from './search/learn.ts'
export { builderVersion, type FullIndex, type FullLink, type FullQuery, openIndex } from './search/open-index.ts'
export { relearn } from './search/relearn.ts'
export { compose } from './outcomes/compose.ts'
export { type DiscriminationFinding, type DiscriminationGround, discriminationGrounds, findDiscrimination } from './findings/discriminates.ts'
export { evidenceNames } from './outcomes/evidence.ts'
export { findLanguage } from './outcomes/language.ts'
export {
  type EvidenceForm, evidenceForms, type ItemKind, type ItemLink, itemKinds, type Lexicon, type LexiconItem, openLexicon, type Verb, type VerbClass, verbClasses,
} from './outcomes/lexicon.ts'
export { type OutcomeReasonCode, outcomeReasonCodes } from './outcomes/reasons.ts'
export type { OutcomeMemory } from './outcomes/memory.ts'
export { longestText, type TranslateAsk, translate } from './outcomes/translate.ts'
export { type TitleReasonCode, titleReasonCodes } from './titles/reasons.ts'
export { titleLanguages } from './titles/title-language.ts'
export { longestTitle, type TitleAsk, type TitleGrade, titleGrades, type TitleLink, translateTitle } from './titles/translate-title.ts'
export { type BackAsk, type EmployerPhrase, type EmployerWords, type PhraseMemory, toEmployerWords } from './back/to-employer-words.ts'
export { type Asker, createMemory, type Decision, type Memory, type MemoryScope, memoryScopes, type Remembered, strengthOf } from './memory/memory.ts'
export { applyAnswers, type ModelAnswer, type ModelReasonCode, modelReasonCodes } from './model/answer.ts'
export { buildAsks, type DraftAsk, type ModelAsk, previewOf, type Prompt, promptOf, promptVersion, type RerankAsk } from './model/ask.ts'
export { nameForms } from './model/name-forms.ts'
export { type HiddenKind, hiddenKinds, type Redacted, redact } from './model/redact.ts'
