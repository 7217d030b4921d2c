import type { ConceptPage, ConceptRow, TaxonomyRow } from '@guildhall/contract/taxonomy'
import { Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useComposingGuard } from '../../../ui/composing.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { useKeys } from '../../../ui/use-keys.ts'
import classes from './concept-finder.module.css'
import { conceptKinds } from './concept-kinds.ts'
import { ConceptTree } from './concept-tree.tsx'
import { FoundList, type Wanted } from './found-list.tsx'

const typingPause = 250

/** Words and three filters; below them what they find, or, with none, the tree. */
export function ConceptFinder(props: {
  wanted: Wanted
  shelves: readonly TaxonomyRow[]
  concept: ConceptPage | undefined
  openId: string | undefined
  urlOf: (id: string) => string
  onWant: (change: Partial<Wanted>) => void
  onChoose: (id: string) => void
}) {
  const w = useWords()
  const read = useText()
  const { wanted } = props
  const composing = useComposingGuard()
  const isComposing = useRef(false)
  const search = useRef<HTMLInputElement>(null)
  const found = useRef<HTMLOListElement>(null)
  const [words, setWords] = useState(wanted.q ?? '')
  // The address may change by other ways than the field: back, a link, "show in the tree".
  useEffect(() => setWords((now) => (now.trim() === (wanted.q ?? '') ? now : (wanted.q ?? ''))), [wanted.q])
  const searchSoon = useDebouncedCallback((text: string) => props.onWant({ q: text.trim() || undefined }), typingPause)
  useKeys({ '/': (event) => { event.preventDefault(); search.current?.focus() } })
  const type = (text: string) => {
    setWords(text)
    if (!isComposing.current) searchSoon(text)
  }
  const onKey = (event: KeyboardEvent) => {
    if (composing.holds(event.nativeEvent)) return
    if (event.key === 'Enter') props.onWant({ q: words.trim() || undefined })
    if (event.key !== 'ArrowDown') return
    const first = found.current?.querySelector<HTMLElement>('a') ?? document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')
    if (!first) return
    event.preventDefault()
    first.focus()
  }
  const isSearch = Boolean(wanted.q ?? wanted.kind)
  const shelves = wanted.taxonomyId ? props.shelves.filter((one) => one.id === wanted.taxonomyId) : props.shelves.filter((one) => one.state !== 'retired' && one.concepts > 0)
  const shelfChoices = props.shelves.filter((one) => wanted.retired || one.state !== 'retired' || one.id === wanted.taxonomyId)
  return (
    <>
      <search className={`${classes['bar']} no-print`}>
        <TextInput
          ref={search}
          type="search"
          label={w('concepts.search')}
          value={words}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKey}
          onCompositionStart={() => { isComposing.current = true }}
          onCompositionEnd={(event) => { isComposing.current = false; searchSoon(event.currentTarget.value) }}
          aria-keyshortcuts="/"
          autoComplete="off"
        />
        <div className={classes['filters']}>
          <Select
            label={w('concepts.taxonomy')}
            placeholder={w('web.any')}
            data={shelfChoices.map((one) => ({ value: one.id, label: `${read(one.name)?.text ?? one.code} ${one.version}`.trim() }))}
            value={wanted.taxonomyId ?? null}
            onChange={(value) => props.onWant({ taxonomyId: value ?? undefined })}
            clearable
            clearButtonProps={{ 'aria-label': w('web.drop-filter', { filter: w('concepts.taxonomy') }) }}
          />
          <Select
            label={w('concepts.kind')}
            placeholder={w('web.any')}
            data={conceptKinds.map((value) => ({ value, label: w(`concepts.kind.${value}`) }))}
            value={wanted.kind ?? null}
            onChange={(value) => props.onWant({ kind: (value as ConceptRow['kind'] | null) ?? undefined })} // safe: chosen from the kinds
            clearable
            clearButtonProps={{ 'aria-label': w('web.drop-filter', { filter: w('concepts.kind') }) }}
          />
        </div>
      </search>
      {isSearch ? (
        <FoundList wanted={wanted} shelves={props.shelves} openId={props.openId} urlOf={props.urlOf} listRef={found} onReset={() => props.onWant({ q: undefined, kind: undefined, taxonomyId: undefined })} />
      ) : (
        <ConceptTree shelves={shelves} withRetired={wanted.retired === 'with'} concept={props.concept} urlOf={props.urlOf} onChoose={props.onChoose} />
      )}
      <Checkbox className={`${classes['foot']} no-print`} label={w('concepts.with-retired')} checked={wanted.retired === 'with'} onChange={(event) => props.onWant({ retired: event.currentTarget.checked ? 'with' : undefined })} />
    </>
  )
}
