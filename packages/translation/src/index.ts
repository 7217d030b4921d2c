export {
  type Concept, type ConceptKind, conceptKinds, type Evidence, type Link, type Measure, type OutcomeDraft, type Provenance, type SearchIndex, type SearchQuery,
  type Slot, type Span, type Standard, type Statement, type StatementKind, statementKinds, type Taxonomy, type Translation,
} from './types.ts'
