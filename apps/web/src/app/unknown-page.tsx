import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/language.tsx'
import { To } from '../ui/to.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

/** An address that leads nowhere: explains, and offers the ways on. */
export function UnknownPage() {
  const w = useWords()
  usePageTitle(w('web.unknown-page'))
  return (
    <EmptyState title={w('web.unknown-page')} action={<To url="/">{w('web.go-home')}</To>}>
      <p>{w('web.unknown-page-how')}</p>
    </EmptyState>
  )
}
