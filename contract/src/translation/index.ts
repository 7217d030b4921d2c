export { evidenceForms, Outcome, OutcomeFields, OutcomeRow, outcomeKinds, outcomes } from './outcomes.ts'
export { DocumentText, Finding, TranslationOut, translations } from './translations.ts'
export { LanguageModel, languageModel } from './language-model.ts'
export { QualityFigure, quality } from './quality.ts'
