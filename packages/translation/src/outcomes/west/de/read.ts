import type { ReadAsk, ReadClause } from '../reading.ts'
export const readGerman = (_: ReadAsk): ReadClause => ({ parts: [], conditions: [], standards: [] })
