import { type PostProposal, posts } from '@guildhall/contract/needs'
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useId, useState } from 'react'
import { useAsk } from '../api/use-ask.ts'
import { useText, useWords } from './language.tsx'
import { useReasonWords } from './occupation-name.tsx'
import classes from './post-field.module.css'

/**
 * The title of a post, and below it what it may mean among the imported occupations. Whoever does not care types on: the proposals cost no key. ↓ goes into them,
 * Enter chooses one of each catalogue, and choosing it again lets go of it. Another title forgets what was chosen for the old one.
 */
export function PostField(props: { label: string; post: string; chosen: readonly string[]; enterpriseId?: string | undefined; onChange: (post: string, chosen: string[]) => void }) {
  const w = useWords()
  const read = useText()
  const why = useReasonWords()
  const id = useId()
  const [at, setAt] = useState(-1)
  const [settled] = useDebouncedValue(props.post.trim(), 250)
  const asked = useAsk(posts.propose, { query: { post: settled, ...(props.enterpriseId ? { enterpriseId: props.enterpriseId } : {}) } }, {
    enabled: settled.length > 1, keepPrevious: true, every: (answer) => (answer?.taxonomies.some((one) => one.state === 'preparing') ? 5000 : false),
  })
  const shelves = settled.length > 1 ? (asked.data?.taxonomies ?? []) : []
  // Beside a sure one, what is only possible would be noise to who types: it stands on the page of the need.
  const groups = shelves.filter((one) => one.proposals.length > 0).map((one) => (one.proposals[0]?.grade === 'sure' ? { ...one, proposals: one.proposals.slice(0, 1) } : one))
  const options = groups.flatMap((one) => one.proposals)
  const current = at < 0 ? undefined : options[Math.min(at, options.length - 1)]
  const toggle = (one: PostProposal) => {
    const others = options.filter((other) => other.taxonomy === one.taxonomy).map((other) => other.id)
    const rest = props.chosen.filter((chosen) => !others.includes(chosen))
    props.onChange(props.post, props.chosen.includes(one.id) ? rest : [...rest, one.id])
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || options.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((now) => Math.max(-1, Math.min(options.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))))
    }
    if (event.key === 'Escape') setAt(-1)
    if (event.key === 'Enter' && current) {
      event.preventDefault()
      toggle(current)
    }
  }
  const optionId = (one: PostProposal) => `${id}-${one.id}`
  const isEmpty = asked.data !== undefined && settled.length > 1 && shelves.length === 0
  const isPreparing = shelves.some((one) => one.state === 'preparing')
  return (
    <div className={classes['post']}>
      <TextInput
        label={props.label}
        maxLength={120}
        autoComplete="off"
        value={props.post}
        onChange={(event) => { setAt(-1); props.onChange(event.currentTarget.value, []) }}
        onKeyDown={onKey}
        onBlur={() => setAt(-1)}
        {...(options.length > 0 ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': id, 'aria-haspopup': 'listbox' as const, ...(current ? { 'aria-activedescendant': optionId(current) } : {}) } : {})}
      />
      {isEmpty ? <p className={classes['note']}>{w('titles.no-taxonomy')}</p> : null}
      {isPreparing ? <p className={classes['note']} role="status">{w('titles.preparing')}</p> : null}
      {options.length > 0 ? (
        <>
          <p className={classes['note']}>{w('titles.in-form')}</p>
          <div id={id} role="listbox" aria-label={w('titles.occupations')} aria-multiselectable="true" className={classes['list']}>
            {groups.map((shelf) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, which a fieldset is not
              <div key={shelf.code} role="group" aria-label={read(shelf.name)?.text ?? shelf.code} className={classes['shelf']}>
                <span className={classes['code']} aria-hidden="true">{w(`titles.short-${shelf.code}`)}</span>
                {shelf.proposals.map((one) => {
                  const label = read(one.label)
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as a combobox does
                    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
                    <span key={one.id} id={optionId(one)} role="option" aria-selected={props.chosen.includes(one.id)} data-active={one === current || undefined} className={classes['option']} title={one.reasons.map(why).join(' · ')} onMouseDown={(event) => event.preventDefault()} onClick={() => toggle(one)}>
                      <span lang={label?.language}>{label?.text}</span>
                      <small>{[one.notation, w(`titles.grade.${one.grade}`), ...(props.chosen.includes(one.id) ? [w('titles.chosen')] : [])].filter(Boolean).join(' · ')}</small>
                    </span>
                  )
                })}
              </div>
            ))}
          </div>
        </>
      ) : null}
    </div>
  )
}
