import { useMemo } from 'react'
import { useWords } from '../../../ui/language.tsx'
import { detailNames } from './visit-values.ts'

/** The words of every field of the form of a visit, by path. */
export function useVisitLabels(): Readonly<Record<string, string>> {
  const w = useWords()
  return useMemo(
    () => ({
      enterpriseId: w('visits.enterprise'),
      onDate: w('visits.on-date'),
      ledBy: w('visits.led-by'),
      ledByPosition: w('visits.led-by-position'),
      receivedBy: w('visits.received-by'),
      receivedByPosition: w('visits.received-by-position'),
      ...Object.fromEntries(detailNames.map((name) => [`details.${name}`, w(`visits.${name}`)])),
    }),
    [w],
  )
}
