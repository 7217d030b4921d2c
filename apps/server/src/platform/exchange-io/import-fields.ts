import type { InterfaceLanguage } from '@guildhall/kernel'

export const fieldKinds = ['text', 'code', 'date', 'number', 'choice', 'reference', 'truth', 'uscc', 'id-number', 'phone', 'email'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What people may write for one value: its code, or any of its names. The first name in the reader's language is what templates and exports show. */
export type Choice = Readonly<{ code: string; labels: Readonly<Partial<Record<InterfaceLanguage, readonly string[]>>> }>

/** The name of a choice for a reader: in another language where his is missing, else its code. */
export const shownChoice = ({ code, labels }: Choice, language: InterfaceLanguage): string =>
  [labels[language], ...Object.values(labels)].find((names) => names?.[0])?.[0] ?? code

/** One column that an import knows, declared once with the thing and used for import, export and template alike. */
export type ImportField = Readonly<{
  key: string
  /** Names in each language: the first is written as header, the others are understood. */
  labels: Readonly<Record<InterfaceLanguage, readonly string[]>>
  kind: FieldKind
  required?: boolean
  /** Values of a choice; for a reference, the things it may name. */
  choices?: readonly Choice[]
  /** Whether a cell of a choice or reference may name several: `教师、专业带头人`. Its value is their codes, sorted, with commas between. */
  several?: true
  /** Most characters of a text; 500 unless told. */
  maxLength?: number
  /** Exact number of characters of a code: a shorter one made of digits has lost its zeros. */
  length?: number
  min?: number
  max?: number
  decimals?: number
  /** What people write behind the number and is no part of it: `2026级`. */
  units?: readonly string[]
  width?: number
}>

/** A date is its ISO text; a choice and a reference are their code. */
export type ImportValue = string | number | boolean | undefined
export type ImportValues = Readonly<Record<string, ImportValue>>

export const importFaultCodes = [
  'no-header',
  'column-missing',
  'column-twice',
  'required',
  'formula',
  'error-value',
  'digits-lost',
  'too-long',
  'wrong-length',
  'wrong-character',
  'wrong-birth-date',
  'bad-check-digit',
  'not-a-date',
  'ambiguous-date',
  'not-a-number',
  'too-small',
  'too-large',
  'too-many-decimals',
  'not-a-choice',
  'not-a-truth',
  'not-an-email',
  'not-a-phone',
  'unknown-reference',
  'ambiguous-reference',
  'duplicate-in-file',
  'hidden-row',
  'serial-date',
  'maybe-rounded',
  'looks-like-existing',
] as const
export type ImportFaultCode = (typeof importFaultCodes)[number]

/** What is wrong or doubtful, and where. `params` holds what the sentence names: always `row` and `column` (as people see them), mostly `value`. */
export type ImportFault = Readonly<{
  row: number
  /** From 1; absent where the whole row is meant. */
  column?: number
  field?: string
  code: ImportFaultCode
  params: Readonly<Record<string, string | number>>
}>

/** Result of reading one cell: a value, or why not; a doubt leaves the value, but a person should look. */
export type ParsedCell = Readonly<{ value?: ImportValue; fault?: CellFault; doubt?: CellFault }>
export type CellFault = Readonly<{ code: ImportFaultCode; params?: Readonly<Record<string, string | number>> }>

/** The codes that a value of a choice or reference holds, and the value that holds these codes. */
export const codesOf = ({ several }: Pick<ImportField, 'several'>, value: string): string[] => (several ? value.split(',').filter(Boolean) : [value])
export const valueOfCodes = (codes: readonly string[]): string => [...new Set(codes)].sort().join(',')

export const keyOf = (values: ImportValues, keyFields: readonly string[]): string =>
  keyFields.map((key) => String(values[key] ?? '')).join('\u001f')
