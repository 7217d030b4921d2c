import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { needTarget, suggestForImport } from '../../needs/index.ts'

/** Needs, by enterprise and words. Once they are in, the engine reads them, so that whoever opens one need not wait for it. */
export const needs: ImportTarget<'needs'> = { ...needTarget, name: 'needs', rights: { import: ['at college:office', 'at college:lead', 'at college:administrator'] }, after: suggestForImport }
