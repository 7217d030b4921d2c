import { type Unit, units } from '@guildhall/contract/programmes'
import { outcomes } from '@guildhall/contract/translation'
import { Button, Checkbox, Group, Modal, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './programmes.module.css'

type Depth = 'touched' | 'taught' | 'assessed'
const depths = ['touched', 'taught', 'assessed'] as const

/** Says which outcomes a unit carries, perhaps none. The engine suggests from the unit's text; only what a person ticks counts. */
export function DescribeDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Depth>>(() => new Map(unit.outcomes.map((one) => [one.id, one.depth])))
  const [words, setWords] = useState('')
  const suggested = useAsk(units.suggest, { params: { id: unit.id } })
  const found = useAsk(outcomes.list, { query: { q: words || undefined, limit: 20 } })
  const save = useAct(units.describe, { refresh: ['/api/v1/programmes', '/api/v1/majors'], onDone: (after) => { onClose(); notice({ text: w('programmes.described-now', { n: after.outcomes.length }) }) } })
  const set = (id: string, depth: Depth | undefined) => setChosen((before) => { const next = new Map(before); if (depth) next.set(id, depth); else next.delete(id); return next })
  const suggestedIds = new Set(suggested.data?.items.map((one) => one.id))
  const rest = [...unit.outcomes, ...(found.data?.items ?? [])].filter((one, index, all) => !suggestedIds.has(one.id) && all.findIndex((other) => other.id === one.id) === index)
  const line = (one: { id: string; number: string; text: Unit['outcomes'][number]['text'] }, note?: string) => (
    <li key={one.id} style={{ padding: '8px 0' }}>
      <Checkbox checked={chosen.has(one.id)} onChange={(event) => set(one.id, event.currentTarget.checked ? 'taught' : undefined)} label={<>{one.number} <ContentText text={one.text} /> {note ? <span className={classes['meta']}>{note}</span> : null}</>} />
      {chosen.has(one.id) ? <SegmentedControl size="xs" mt={4} ml={32} value={chosen.get(one.id)!} onChange={(value) => set(one.id, value as Depth)} data={depths.map((value) => ({ value, label: w(`programmes.depth.${value}`) }))} /> : null}
    </li>
  )
  return (
    <Modal opened onClose={onClose} size="lg" title={w('programmes.describe-ask', { unit: unit.name })} closeButtonProps={{ 'aria-label': w('web.close') }} styles={{ title: { fontWeight: 600 } }}>
      <p className={classes['meta']}>{unit.content}</p>
      <FormProblem problem={save.error?.problem} wrong={[]} />
      {suggested.isPending ? <Skeleton height={80} /> : suggested.data && suggested.data.items.length > 0 ? (
        <>
          <h3>{w('programmes.suggested')}</h3>
          <ul style={{ listStyle: 'none', padding: 0 }}>{suggested.data.items.map((one) => line(one, w('programmes.because', { words: one.matched.join('、') })))}</ul>
        </>
      ) : <p>{w('programmes.nothing-suggested')}</p>}
      <TextInput label={w('programmes.find-outcome')} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <ul style={{ listStyle: 'none', padding: 0, maxHeight: 240, overflowY: 'auto' }}>{rest.map((one) => line(one))}</ul>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>{w('web.cancel')}</Button>
        <Button loading={save.isPending} onClick={() => save.mutate({ params: { id: unit.id }, body: { outcomes: [...chosen].map(([outcomeId, depth]) => ({ outcomeId, depth })) } })}>{chosen.size ? w('programmes.save-described', { n: chosen.size }) : w('programmes.carries-none')}</Button>
      </Group>
    </Modal>
  )
}
