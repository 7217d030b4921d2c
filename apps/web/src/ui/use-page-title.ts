import { useEffect } from 'react'
import { useWords } from './language.tsx'

/** Sets the window's title to "object · page · Guildhall"; parts that are not known yet are left out. */
export function usePageTitle(...parts: readonly (string | undefined)[]) {
  const w = useWords()
  const title = [...parts.filter(Boolean), w('product.name')].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
