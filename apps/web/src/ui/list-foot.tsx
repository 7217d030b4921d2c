import { Button, NativeSelect } from '@mantine/core'
import { useFormats } from './formats.ts'
import { goBack, goOn, rangeOf, type Trail } from './keyset.ts'
import { useWords } from './language.tsx'
import classes from './list-foot.module.css'
import type { ListState } from './url-state.ts'

/** Under a list: which rows, of how many, as of when; back and on. */
export function ListFoot(props: {
  list: ListState
  trail: Trail
  shown: number
  count: number
  isMore: boolean
  next: string | null
  asOf: string
  onGo: (after: string | undefined, trail: Trail) => void
  onLimit: (limit: string) => void
}) {
  const w = useWords()
  const formats = useFormats()
  const { list, trail } = props
  const range = rangeOf(trail, list.after, list.limit, props.shown)
  const total = props.isMore ? w('web.more-than', { n: formats.number(props.count) }) : formats.number(props.count)
  const back = goBack(trail)
  return (
    <div className={classes['foot']}>
      <span>
        {range && props.shown > 0 ? w('web.rows-of', { from: range.from, to: range.to, total }) : w('web.rows', { total })}
        {' · '}
        {w('web.as-of', { at: formats.time(props.asOf) })}
      </span>
      <div className={`${classes['pages']} no-print`}>
        <NativeSelect
          aria-label={w('web.rows-per-page')}
          size="xs"
          value={String(list.limit)}
          data={['20', '50', '100', '200'].map((value) => ({ value, label: w('web.per-page', { n: value }) }))}
          onChange={(event) => props.onLimit(event.currentTarget.value)}
        />
        <Button variant="default" size="xs" disabled={list.after === undefined} onClick={() => props.onGo(back.after, back.trail)}>
          {list.after !== undefined && trail.length === 0 ? w('web.first-page') : w('web.previous-page')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={props.next === null}
          onClick={() => props.onGo(props.next ?? undefined, goOn(trail, list.after))}
        >
          {w('web.next-page')}
        </Button>
      </div>
    </div>
  )
}
