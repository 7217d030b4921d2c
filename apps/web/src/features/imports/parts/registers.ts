import { type ImportTargetName, imports } from '@guildhall/contract/exchange'
import { useAsk } from '../../../api/use-ask.ts'

/** Where the rows of a register are read afterwards. */
const pages: Readonly<Record<ImportTargetName | 'people', string>> = { organisations: '/organisations', needs: '/needs', classes: '/classes', learners: '/learners', people: '/people' }

export const registerPage = (target: ImportTargetName): string => pages[target]
/** The page of one row; people have none of their own. */
export const thingPage = (target: ImportTargetName | 'people', id: string): string => (target === 'people' ? `/people?open=${id}` : `${pages[target]}/${id}`)

/** The registers that the reader may fill. */
export const useRegisters = () => useAsk(imports.targets, {})
