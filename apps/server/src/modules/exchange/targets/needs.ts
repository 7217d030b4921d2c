import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { needTarget } from '../../needs/index.ts'

/** Needs, by enterprise and words. */
export const needs: ImportTarget<'needs'> = { ...needTarget, name: 'needs', rights: { import: ['at college:office', 'at college:lead', 'at college:administrator'] } }
