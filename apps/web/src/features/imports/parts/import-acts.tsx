import { type Import, imports } from '@guildhall/contract/exchange'
import { jobs } from '@guildhall/contract/platform'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { download } from '../../../api/download.ts'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import { type Chosen, countChosen } from './doubtful.ts'
import { isBusy } from './import-state.tsx'
import classes from './imports.module.css'
import { registerPage } from './registers.ts'

/** The end of an import: take the good rows, see how far it is, what came of it, what is left to mend; take it back. */
export function ImportActs({ one, chosen }: { one: Import; chosen: Chosen }) {
  const w = useWords()
  const [isAsking, ask] = useState(false)
  const refresh = ['/api/v1/jobs', '/api/v1/start']
  const take = useAct(imports.take, { refresh })
  const undo = useAct(imports.undo, { refresh, onDone: () => ask(false) })
  const faults = useMutation({ mutationFn: () => download(imports.faults, { params: { id: one.id } }) })
  const { counts, state, taken } = one
  const ready = counts.new + counts.changed + countChosen(chosen, counts.doubtful)
  const isSame = state === 'checked' && counts.same > 0 && counts.new + counts.changed + counts.doubtful + counts.wrong === 0
  const canTake = one.allowed.includes('take') && one.faults.length === 0 && !isBusy(one)
  const problem = take.error?.problem ?? undo.error?.problem ?? (faults.error ? toProblem(faults.error) : undefined)
  return (
    <div className={classes['acts']}>
      <div role="status">
        {isSame ? <p>{w('imports.nothing-new')}</p> : null}
        {isBusy(one) ? <Progress jobId={one.jobId} /> : null}
        {!isBusy(one) && state !== 'undone' && taken > 0 ? (
          <p>
            {w('imports.result', { n: taken })} <To url={registerPage(one.target)}>{w('imports.open-register')}</To>
          </p>
        ) : null}
        {state === 'stopped' || state === 'failed' ? <p>{w('imports.stopped-how')}</p> : null}
        {state === 'undone' ? <p>{w('imports.undone-how')}</p> : null}
        {counts.wrong > 0 && !isBusy(one) && state !== 'undone' ? <p className={classes['note']}>{w('imports.wrong-stay', { n: counts.wrong })}</p> : null}
      </div>
      <FormProblem problem={problem} wrong={[]} />
      <div className={classes['foot']}>
        {canTake ? (
          <Button disabled={state === 'checked' && ready === 0} loading={take.isPending} onClick={() => take.mutate({ params: { id: one.id }, body: { doubtful: chosen === 'all' ? 'all' : [...chosen] } })}>
            {state === 'checked' ? w('imports.take', { n: ready }) : w('imports.take-rest')}
          </Button>
        ) : null}
        {one.allowed.includes('faults') ? (
          <Button variant="default" loading={faults.isPending} onClick={() => faults.mutate()}>
            {w('imports.faults-sheet')}
          </Button>
        ) : null}
        {one.allowed.includes('undo') ? (
          <Button variant="subtle" color="madder" onClick={() => ask(true)}>
            {w('imports.undo')}
          </Button>
        ) : null}
      </div>
      <ConfirmAct
        opened={isAsking}
        onClose={() => ask(false)}
        title={w('imports.undo-title', { name: one.fileName || w('imports.pasted') })}
        effect={w('imports.undo-effect', { n: taken })}
        verb={w('imports.undo')}
        isDangerous
        isPending={undo.isPending}
        onConfirm={() => undo.mutate({ params: { id: one.id } })}
      />
    </div>
  )
}

/** How far the work is; it may be stopped, and what is in stays. */
function Progress({ jobId }: { jobId: string | null }) {
  const w = useWords()
  const job = useAsk(jobs.one, { params: { id: jobId ?? '' } }, { enabled: jobId !== null, every: (one) => (one && !['waiting', 'running'].includes(one.state) ? false : 1000) }).data
  const cancel = useAct(jobs.cancel, { refresh: ['/api/v1/imports'] })
  return (
    <>
      <p>
        {job ? w(`web.job.${job.state}`) : null} {job?.total ? w('web.jobs.of', { done: job.done, total: job.total }) : null}
      </p>
      {job?.total ? <progress className={classes['progress']} max={job.total} value={job.done} aria-label={w('imports.run-state.taking')} /> : null}
      <p className={classes['note']}>{w('imports.leave-page')}</p>
      {job ? (
        <Button variant="default" size="xs" loading={cancel.isPending} title={w('web.jobs.cancel-how')} onClick={() => cancel.mutate({ params: { id: job.id } })}>
          {w('web.jobs.cancel')}
        </Button>
      ) : null}
    </>
  )
}
