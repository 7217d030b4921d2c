import type { LinkedOccupation } from '@guildhall/contract/needs'
import type { Params } from '@guildhall/words'
import { useCallback } from 'react'
import { ContentText } from './content-text.tsx'
import { useCodeWords, useText, useWords } from './language.tsx'
import { To } from './to.tsx'

/** An occupation of a catalogue by catalogue, name and code, as the way to its page. */
export function OccupationName({ occupation, short = false }: { occupation: LinkedOccupation; short?: boolean }) {
  const w = useWords()
  return (
    <span>
      {short ? null : <small>{w(`titles.short-${occupation.taxonomy}`)} </small>}
      <To url={`/concepts/${occupation.id}`}><ContentText text={occupation.label} /></To>
      {occupation.notation ? <small> {occupation.notation}</small> : null}
    </span>
  )
}

/** The same as plain text, for cells and files. */
export function useOccupationText(): (occupation: LinkedOccupation) => string {
  const w = useWords()
  const read = useText()
  return useCallback((one) => [w(`titles.short-${one.taxonomy}`), read(one.label)?.text, one.notation].filter(Boolean).join(' '), [w, read])
}

/** A reason as a sentence. */
export function useReasonWords(): (reason: { code: string; params?: Params | undefined }) => string {
  const words = useCodeWords()
  return ({ code, params }) => words(`reason.${code}`, params)
}
