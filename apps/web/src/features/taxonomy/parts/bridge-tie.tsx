import type { Problem } from '@guildhall/contract/http'
import { type Tie, tieMatches } from '@guildhall/contract/taxonomy'
import { contentLanguages } from '@guildhall/kernel'
import { Button, Kbd, Menu, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { Facts } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './bridge.module.css'

export type Judgement = { verdict: 'right' | 'other' | 'wrong'; match?: Tie['match']; note?: string }
const tones = { possible: 'waiting', reviewed: 'done', refused: 'broken' } as const

/** One tie: both sides in three languages, why it was proposed, what people said, and the three verdicts. */
export function BridgeTie(props: { tie: Tie; nameOf: (code: string) => string; mayJudge: boolean; isPending: boolean; problem: Problem | undefined; onJudge: (given: Judgement) => void; onUndo: () => void }) {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const { tie } = props
  const [note, setNote] = useState('')
  const say = (given: Judgement) => props.onJudge({ ...given, ...(note.trim() ? { note: note.trim() } : {}) })
  const isOwn = !props.mayJudge && tie.allowed.includes('propose')
  return (
    <>
      <div className={classes['sides']}>
        <SidePart side={tie.from} name={props.nameOf(tie.from.taxonomy)} />
        <SidePart side={tie.to} name={props.nameOf(tie.to.taxonomy)} />
      </div>
      <Facts
        facts={[
          { label: w('bridge.state'), value: <StateBadge tone={tones[tie.state]}>{w(`bridge.state.${tie.state}`)}</StateBadge> },
          { label: w('bridge.match'), value: w(`bridge.match.${tie.holds}`) },
          { label: w('bridge.reason'), value: w(`bridge.reason.${tie.reason}`) },
          { label: w('bridge.confidence'), value: w('bridge.confidence-is', { confidence: Math.round(tie.confidence * 10) }) },
          { label: w('bridge.origin'), value: tie.proposedBy ?? w(`bridge.origin.${tie.origin}`) },
        ]}
      />
      <FormProblem problem={props.problem} wrong={[]} />
      {props.mayJudge ? (
        <div className={classes['judge']}>
          <TextInput className={classes['note'] ?? ''} label={w('bridge.note')} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button disabled={props.isPending} onClick={() => say({ verdict: 'right' })} aria-keyshortcuts="1">{w('bridge.right')}</Button>
          <Menu position="bottom-start" withinPortal>
            <Menu.Target><Button data-other-kind variant="default" disabled={props.isPending} aria-keyshortcuts="2">{w('bridge.other')}</Button></Menu.Target>
            <Menu.Dropdown>
              {tieMatches.filter((one) => one !== tie.match).map((one) => <Menu.Item key={one} onClick={() => say({ verdict: 'other', match: one })}>{w(`bridge.match.${one}`)}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" color="madder" disabled={props.isPending} onClick={() => say({ verdict: 'wrong' })} aria-keyshortcuts="3">{w('bridge.wrong')}</Button>
        </div>
      ) : (
        <p className={classes['hint']}>{w(isOwn ? 'bridge.own' : 'bridge.only-read')}</p>
      )}
      <h3 className={classes['small']}>{w('bridge.verdicts')}</h3>
      {tie.verdicts.length === 0 ? <p className={classes['hint']}>{w('bridge.no-verdicts')}</p> : null}
      <ul className={classes['verdicts']}>
        {tie.verdicts.map((one) => (
          <li key={one.id}>
            <b>{w(`bridge.verdict.${one.verdict}`)}</b>
            {one.match ? ` · ${w(`bridge.match.${one.match}`)}` : ''} <span className={classes['hint']}>{[one.person, read(one.organisation ?? {})?.text, formats.day(one.at)].filter(Boolean).join(' · ')}</span>
            {one.note ? <q>{one.note}</q> : null}
            {one.mine && props.mayJudge ? <Button variant="subtle" size="compact-sm" onClick={props.onUndo}>{w('web.undo')}</Button> : null}
          </li>
        ))}
      </ul>
      {props.mayJudge ? <p className={`${classes['hint']} no-print`}><Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd> <Kbd>J</Kbd> <Kbd>K</Kbd> <Kbd>Z</Kbd> {w('bridge.keys')}</p> : null}
    </>
  )
}

function SidePart({ side, name }: { side: Tie['from']; name: string }) {
  const w = useWords()
  const read = useText()
  const description = read(side.description)
  return (
    <section className={classes['side']} aria-label={name}>
      <p className={classes['small']}>{name} {side.version}</p>
      <h2 className={classes['label']}><To url={`/concepts/${side.conceptId}`} lang={read(side.label)?.language}>{read(side.label)?.text ?? side.code}</To></h2>
      <dl className={classes['languages']}>
        {contentLanguages.map((language) => (
          <div key={language}>
            <dt>{w(`language.${language}`)}</dt>
            <dd>{side.label[language] ? <span lang={language}>{side.label[language]}</span> : <span className={classes['hint']}>{w('bridge.no-label')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className={classes['code']}>{side.notation ?? side.code} · {w(`concepts.kind.${side.kind}`)}</p>
      <p className={classes['description']} lang={description?.language}>{description?.text ?? <span className={classes['hint']}>{w('bridge.no-description')}</span>}</p>
    </section>
  )
}
