import { addressOf } from '@guildhall/contract/http'
import { jobs } from '@guildhall/contract/platform'
import { ImportCounts, taxonomies, type TaxonomyRow } from '@guildhall/contract/taxonomy'
import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useUpload } from '../../../api/use-upload.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { RetireTaxonomy } from '../parts/retire-taxonomy.tsx'
import classes from '../parts/taxonomy.module.css'

const tones = { loading: 'waiting', ready: 'done', retired: 'resting' } as const

/** The catalogues of this installation with their versions, and the way in for another. */
export function TaxonomiesPage() {
  const w = useWords()
  usePageTitle(w('taxonomies.title'))
  const asked = useAsk(taxonomies.list, {}, { every: (page) => (page?.items.some((one) => one.state === 'loading') ? 5000 : false) })
  const page = asked.data
  return (
    <>
      <PageHead crumbs={[{ label: w('concepts.title'), url: '/concepts' }]} title={w('taxonomies.title')} actions={<To url="/taxonomies/bridge?state=possible">{w('bridge.title')}</To>} />
      <Panel>
        {page?.allowed.includes('import') ? <UploadPart /> : null}
        <PanelPart title={w('taxonomies.all')}>
          {asked.isError && !page ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
          {asked.isPending ? <Skeleton height={120} /> : null}
          {page ? <Shelf rows={page.items} /> : null}
        </PanelPart>
      </Panel>
    </>
  )
}

function Shelf({ rows }: { rows: readonly TaxonomyRow[] }) {
  const w = useWords()
  const formats = useFormats()
  if (rows.length === 0) return <p>{w('concepts.none-yet')}</p>
  return (
    <table className={classes['table']}>
      <caption>
        <VisuallyHidden>{w('taxonomies.all')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {(
            [
              'concepts.taxonomy',
              'taxonomies.version',
              'taxonomies.languages',
              'taxonomies.concepts',
              'taxonomies.imported',
              'taxonomies.state',
            ] as const
          ).map((head) => (
            <th key={head} scope="col">
              {w(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <ContentText text={one.name} />
              <small>
                {one.source} · {one.licence}
              </small>
            </th>
            <td data-label={w('taxonomies.version')}>{one.version}</td>
            <td data-label={w('taxonomies.languages')}>{one.languages.map((language) => w(`language.${language}`)).join(' · ')}</td>
            <td data-label={w('taxonomies.concepts')}>
              <To url={`/concepts?taxonomyId=${one.id}`}>{formats.number(one.concepts)}</To>
            </td>
            <td data-label={w('taxonomies.imported')}>{formats.day(one.importedAt)}</td>
            <td>
              <StateBadge tone={tones[one.state]}>{w(`taxonomies.state.${one.state}`)}</StateBadge>
              {one.state !== 'loading' && one.allowed.includes('retire') ? <RetireTaxonomy taxonomy={one} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Uploads a catalogue and tells how far its reading is; leaving the page stops nothing, the jobs in the top bar go on telling. */
function UploadPart() {
  const w = useWords()
  const words = useCodeWords()
  const [file, setFile] = useState<File>()
  const upload = useUpload(taxonomies.import, { refresh: ['/api/v1/jobs'] })
  const jobId = upload.data?.jobId
  const job = useAsk(
    jobs.one,
    { params: { id: jobId ?? '' } },
    { enabled: jobId !== undefined, every: (one) => (one && !['waiting', 'running'].includes(one.state) ? false : 2000) },
  ).data
  const counts = job?.state === 'done' ? ImportCounts.safeParse(job.result).data : undefined
  return (
    <PanelPart title={w('taxonomies.upload')}>
      <p className={classes['note']}>{w('taxonomies.upload-how')}</p>
      <p className={classes['note']}>{w('taxonomies.which')}</p>
      <FileField
        accept=".zip,.gz,.csv,.tsv,.json"
        file={file}
        isBusy={upload.isPending}
        onFile={(chosen) => {
          setFile(chosen)
          upload.mutate({ ask: { body: {} }, file: chosen })
        }}
      />
      <FormProblem problem={upload.error?.problem} wrong={[]} />
      <div role="status">
        {job ? (
          <p>
            {w(`web.job.${job.state}`)}
            {job.total ? ` · ${w('web.jobs.of', { done: job.done, total: job.total })}` : ''}
            {job.state === 'running' || job.state === 'waiting' ? ` · ${w('taxonomies.running')}` : ''}
            {job.error ? ` · ${words(`problem.${job.error}`)}` : ''}
          </p>
        ) : null}
        {counts ? <p>{w('taxonomies.counts', counts.concepts)}</p> : null}
      </div>
      {counts && counts.rejectCount > 0 ? (
        <details>
          <summary>{w('taxonomies.rejects', { n: counts.rejectCount })}</summary>
          <ul>
            {counts.rejects.map((one) => (
              <li key={`${one.file} ${one.line} ${one.code}`}>
                {w('taxonomies.reject-at', { file: one.file, line: one.line })}: {words(`taxonomy-reject.${one.code}`, one.params)}
              </li>
            ))}
          </ul>
          <a href={addressOf(taxonomies.rejects, { params: { id: job?.id ?? '' } })} download>
            {w('taxonomies.rejects-all')}
          </a>
        </details>
      ) : null}
    </PanelPart>
  )
}
