import type { Workbench } from '@guildhall/contract/needs'
import { rejectReasons } from '@guildhall/contract/needs'
import { Button, Menu, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import { OutcomeSlots } from '../../../ui/outcome-slots.tsx'
import classes from './needs.module.css'
import type { Draft } from './outcome-values.ts'
import { TiedConcept } from './tied-concept.tsx'

/** One proposed outcome: its sentence, its slots with where each comes from, what it may be instead, and what to do with it. */
export function DraftCard(props: {
  draft: Draft
  index: number
  isActive: boolean
  like: Workbench['like']
  tied: Workbench['tied'][number] | undefined
  isPending: boolean
  onActive: () => void
  onAccept: () => void
  onEdit: () => void
  onReject: (reason: string) => void
  onMerge: (outcomeId: string) => void
}) {
  const w = useWords()
  const [sentence, setSentence] = useState('')
  const { draft } = props
  return (
    <section id={`draft-${props.index}`} tabIndex={-1} className={classes['draft']} data-active={props.isActive || undefined} onFocus={props.onActive} onMouseEnter={props.onActive} aria-label={w('needs.draft', { n: props.index + 1 })}>
      <p className={classes['sentence']}>
        <small>{w('needs.draft', { n: props.index + 1 })} </small>
        <ContentText text={draft.text} />
      </p>
      <OutcomeSlots draft={draft} tied={props.tied ? <TiedConcept tied={props.tied} /> : undefined} />
      {props.like.length > 0 ? (
        <ul className={classes['like']}>
          {props.like.map((one) => (
            <li key={one.id}>
              <span>{w('needs.like', { number: one.number, percent: Math.round(one.similarity * 100) })} <ContentText text={one.text} /></span>
              <Button size="compact-sm" variant="default" onClick={() => props.onMerge(one.id)}>{w('needs.use-instead', { number: one.number })}</Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes['acts']}>
        <Button variant={props.isActive ? 'filled' : 'default'} onClick={props.onAccept} loading={props.isPending}>{w('needs.accept')}</Button>
        <Button variant="default" onClick={props.onEdit}>{w('needs.edit')}</Button>
        <Menu position="bottom-start" withinPortal>
          <Menu.Target><Button variant="subtle">{w('needs.reject')}</Button></Menu.Target>
          <Menu.Dropdown>
            {rejectReasons.map((reason) => <Menu.Item key={reason} onClick={() => props.onReject(reason)}>{w(`needs.reject.${reason}`)}</Menu.Item>)}
            <Menu.Divider />
            <form style={{ padding: 8 }} onSubmit={(event) => { event.preventDefault(); if (sentence.trim()) props.onReject(sentence.trim()) }}>
              <TextInput label={w('needs.reject.other')} value={sentence} onChange={(event) => setSentence(event.currentTarget.value)} onKeyDown={(event) => event.stopPropagation()} />
            </form>
          </Menu.Dropdown>
        </Menu>
      </div>
    </section>
  )
}
