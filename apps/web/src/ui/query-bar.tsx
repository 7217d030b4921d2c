import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useComposingGuard } from './composing.ts'
import { useWords } from './language.tsx'
import type { Filter } from './list-types.ts'
import classes from './query-bar.module.css'
import type { ListState } from './url-state.ts'

/** Above a list: words and up to two filters, the rest behind "more", Search, Reset. A choice searches at once; words on Enter, never on one that an input method swallows. */
export function QueryBar(props: {
  list: ListState
  filters: readonly Filter[]
  wordsLabel: string
  searchRef: RefObject<HTMLInputElement | null>
  onSearch: (change: Readonly<Record<string, string | undefined>>) => void
  children?: ReactNode
}) {
  const w = useWords()
  const composing = useComposingGuard()
  const [words, setWords] = useState(props.list.q)
  const hidden = props.filters.slice(2)
  const [isMore, setMore] = useState(() => hidden.some((filter) => props.list.filters[filter.name]))
  useEffect(() => setWords(props.list.q), [props.list.q])
  const shown = isMore ? props.filters : props.filters.slice(0, 2)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSearch({ q: words.trim() || undefined })
  }
  const reset = () => {
    setWords('')
    props.onSearch({ q: undefined, ...Object.fromEntries(Object.keys(props.list.filters).map((name) => [name, undefined])) })
  }
  return (
    <search>
      <form className={`${classes['bar']} no-print`} onSubmit={submit} {...composing.handlers}>
        <TextInput
          ref={props.searchRef}
          type="search"
          label={props.wordsLabel}
          className={classes['words'] ?? ''}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          aria-keyshortcuts="/"
        />
        {shown.map((filter) => (
          <Select
            key={filter.name}
            label={filter.label}
            className={classes['field'] ?? ''}
            data={[...filter.choices]}
            value={props.list.filters[filter.name] ?? null}
            placeholder={w('web.any')}
            clearable
            clearButtonProps={{ 'aria-label': w('web.drop-filter', { filter: filter.label }) }}
            onChange={(value) => props.onSearch({ q: words.trim() || undefined, [filter.name]: value ?? undefined })}
          />
        ))}
        <div className={classes['buttons']}>
          {hidden.length > 0 ? (
            <Button variant="subtle" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
              {isMore ? w('web.fewer-filters') : w('web.more-filters')}
            </Button>
          ) : null}
          <Button type="submit" variant="default">
            {w('web.search')}
          </Button>
          <Button variant="subtle" onClick={reset}>
            {w('web.reset')}
          </Button>
        </div>
        {props.children}
      </form>
    </search>
  )
}
