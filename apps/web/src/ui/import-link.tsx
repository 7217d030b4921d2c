import { type ImportTargetName, imports } from '@guildhall/contract/exchange'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../api/use-ask.ts'
import { useWords } from './language.tsx'

/** Beside the list of a register: fill it from a file. Absent for who may not. */
export function ImportLink({ target }: { target: ImportTargetName }) {
  const w = useWords()
  const may = useAsk(imports.targets, {}).data?.items.some((one) => one.target === target)
  return may ? (
    <Button variant="default" renderRoot={(rest) => <Link to="/imports/new" search={{ target }} {...rest} />}>
      {w('imports.import-here')}
    </Button>
  ) : null
}
