import { englishCues } from '../en/kinds.ts'
export const germanCues = englishCues
