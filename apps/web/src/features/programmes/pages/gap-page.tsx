import { gaps, matrices } from '@guildhall/contract/programmes'
import { Button, SegmentedControl, Skeleton, Switch, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { GapTable } from '../parts/gap-table.tsx'
import { MatrixChooser } from '../parts/matrix-chooser.tsx'
import { MatrixTable } from '../parts/matrix-table.tsx'
import classes from '../parts/programmes.module.css'

/** Asked against taught for one programme, as a list or as a matrix of outcomes and courses. Period, view and filter are in the address. */
export function GapPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const navigate = useNavigate()
  const session = useSession()
  const { id } = useParams({ from: '/signed-in/programmes/$id/gap' })
  const { state, go } = useUrlState()
  const isMatrix = state['view'] === 'matrix'
  // Paper is wide even where the phone is not.
  const isPhone = useMediaQuery('screen and (max-width: 37.49em)', false, { getInitialValueInEffect: false })
  const gapsOnly = state['only'] === 'gaps'
  const query = { ...(state['from'] ? { from: state['from'] } : {}), ...(state['until'] ? { until: state['until'] } : {}) }
  const gap = useAsk(gaps.ofProgramme, { params: { id }, query }, { keepPrevious: true })
  const matrix = useAsk(matrices.ofProgramme, { params: { id }, query }, { enabled: isMatrix, keepPrevious: true })
  const set = (change: Record<string, string | undefined>) => go({ ...state, ...change } as never)
  const data = gap.data
  const title = w('programmes.gap-title')
  usePageTitle(title, data ? (read(data.programme.title)?.text ?? '') : '')
  const crumbs = [{ label: w('programmes.majors'), url: '/majors' }, ...(data ? [{ label: read(data.programme.title)?.text ?? data.programme.number, url: `/programmes/${id}` }] : [])]
  if (gap.isError && !data) return <><PageHead crumbs={crumbs} title={title} /><ErrorState problem={toProblem(gap.error)} onRetry={() => void gap.refetch()} /></>
  if (!data) return <Skeleton height={480} aria-label={w('web.loading')} />
  const shown = (row: { state: string }) => !gapsOnly || row.state === 'gap' || row.state === 'not-assessed'
  const TheMatrix = isPhone ? MatrixChooser : MatrixTable
  const propose = (outcomeIds: readonly string[]) => void navigate({ to: '/change-proposals/new', search: { programme: id, outcome: outcomeIds.join(',') } as never })
  return (
    <div className={isMatrix ? 'print-a3' : ''}>
      <Letterhead organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')} title={`${title} · ${read(data.programme.title)?.text ?? ''}`} number={data.programme.number} asOf={data.asOf} />
      <PageHead crumbs={crumbs} title={title} number={data.programme.number} actions={<Button variant="default" onClick={() => window.print()}>{w('programmes.print')}</Button>} />
      <Panel>
        <div className={`${classes['filters']} no-print`}>
          <SegmentedControl value={isMatrix ? 'matrix' : 'list'} onChange={(value) => set({ view: value === 'matrix' ? 'matrix' : undefined })} data={[{ value: 'list', label: w('programmes.as-list') }, { value: 'matrix', label: w('programmes.as-matrix') }]} />
          <TextInput type="date" label={w('programmes.from')} value={state['from'] ?? data.from} onChange={(event) => set({ from: event.currentTarget.value || undefined })} />
          <TextInput type="date" label={w('programmes.until')} value={state['until'] ?? data.until} onChange={(event) => set({ until: event.currentTarget.value || undefined })} />
          <Switch label={w('programmes.gaps-only')} checked={gapsOnly} onChange={(event) => set({ only: event.currentTarget.checked ? 'gaps' : undefined })} />
        </div>
        <ul className={classes['figures']}>
          <li>{w('programmes.gap.gap')} <b>{data.items.filter((one) => one.state === 'gap').length}</b></li>
          <li>{w('programmes.gap.taught')} <b>{data.items.filter((one) => one.state === 'taught' || one.state === 'not-assessed').length}</b></li>
          <li><To url="/needs?status=unread">{w('programmes.not-yet-read', { n: data.notYetRead })}</To></li>
          {data.withoutMajor > 0 ? <li><To url="/needs?status=translated&majorId=none">{w('programmes.without-major', { n: data.withoutMajor })}</To></li> : null}
          <li><To url={`/programmes/${id}`}>{w('programmes.units-not-described', { n: data.notYetDescribed, of: data.units })}</To></li>
          <li>{w('web.as-of', { at: formats.dayAndTime(data.asOf) })}</li>
        </ul>
        {data.notYetDescribed > 0 && data.items.some((one) => one.state === 'gap') ? <p className={classes['caveat']}>{w('programmes.gap-caveat', { n: data.notYetDescribed, of: data.units })} <To url={`/programmes/${id}?only=open`}>{w('programmes.describe-units')}</To></p> : null}
        {data.items.length === 0 ? <EmptyState isPart title={w('programmes.gap-empty')}>{w('programmes.gap-empty-how')}</EmptyState> : isMatrix ? (
          matrix.data ? <TheMatrix matrix={{ ...matrix.data, rows: matrix.data.rows.filter(shown) }} onPropose={propose} /> : <Skeleton height={320} />
        ) : (
          <GapTable rows={data.items.filter(shown)} onPropose={propose} />
        )}
      </Panel>
    </div>
  )
}
