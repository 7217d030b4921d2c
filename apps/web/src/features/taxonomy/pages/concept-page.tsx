import { type ConceptPage as Concept, concepts, taxonomies } from '@guildhall/contract/taxonomy'
import { Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { useRemember } from '../../../ui/recent.ts'
import { PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/taxonomy.module.css'

const languages = ['zh', 'en', 'de'] as const

/** One concept: its names in three languages, what stands above, below and beside it, where it comes from. */
export function ConceptPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const { id } = useParams({ from: '/signed-in/concepts/$id' })
  const asked = useAsk(concepts.one, { params: { id } })
  const shelf = useAsk(taxonomies.list, {}).data
  const concept = asked.data
  const name = concept ? (read(concept.label)?.text ?? concept.code) : ''
  usePageTitle(name, w('concepts.title'))
  useRemember(concept ? { kind: 'competence', number: concept.notation, title: name, url: `/concepts/${id}` } : undefined)
  const crumbs = [{ label: w('concepts.title'), url: '/concepts' }]
  if (asked.isError && !concept)
    return (
      <>
        <PageHead crumbs={crumbs} title={w('concepts.title')} />
        <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
      </>
    )
  if (!concept) return <Skeleton height={320} aria-label={w('web.loading')} />
  const taxonomy = shelf?.items.find((one) => one.id === concept.taxonomy.id)
  return (
    <ThingPage
      crumbs={crumbs}
      title={<ContentText text={concept.label} />}
      {...(concept.notation ? { number: concept.notation } : {})}
      state={
        <span>
          {[w(`concepts.kind.${concept.kind}`), concept.retiredAt ? w('concepts.retired', { day: formats.day(concept.retiredAt) }) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
    >
      <Panel>
        <PanelPart title={w('concepts.labels')}>
          <Facts
            facts={languages.map((language) => {
              const also = concept.alternatives[language] ?? []
              return {
                label: w(`language.${language}`),
                value: concept.label[language] ? (
                  <span lang={language}>
                    {concept.label[language]}
                    {also.length > 0 ? (
                      <span className={classes['also']}>{w('concepts.also', { names: also.join(language === 'zh' ? '、' : ', ') })}</span>
                    ) : null}
                  </span>
                ) : null,
              }
            })}
          />
        </PanelPart>
        {Object.keys(concept.description).length > 0 ? (
          <PanelPart title={w('concepts.description')}>
            <p className={classes['text']}>
              <ContentText text={concept.description} />
            </p>
          </PanelPart>
        ) : null}
        <PanelPart title={w('concepts.place')}>
          <Neighbours title={w('concepts.parents')} group={concept.parents} />
          <Neighbours title={w('concepts.children')} group={concept.children} />
        </PanelPart>
        {concept.relations
          .filter((one) => one.count > 0)
          .map((one) => (
            <PanelPart key={`${one.kind} ${one.side}`} title={w(`concepts.relation.${one.kind}-${one.side}`)}>
              <Neighbours group={one} />
            </PanelPart>
          ))}
        <PanelPart title={w('concepts.source')}>
          <Facts
            facts={[
              { label: w('concepts.taxonomy'), value: taxonomy ? <ContentText text={taxonomy.name} /> : `${concept.taxonomy.code}` },
              { label: w('taxonomies.version'), value: concept.taxonomy.version },
              { label: w('concepts.source-is'), value: taxonomy?.source },
              { label: w('concepts.licence'), value: taxonomy?.licence },
              { label: w('concepts.code'), value: <code className={classes['code']}>{concept.code}</code> },
            ]}
          />
        </PanelPart>
      </Panel>
    </ThingPage>
  )
}

function Neighbours({ title, group }: { title?: string; group: Concept['parents'] }) {
  const w = useWords()
  const rest = group.count - group.items.length
  return (
    <>
      {title ? <h3 className={classes['head']}>{title}</h3> : null}
      {group.count === 0 ? <p className={classes['note']}>{w('concepts.none')}</p> : null}
      <ul className={classes['neighbours']}>
        {group.items.map((one) => (
          <li key={one.id}>
            <To url={`/concepts/${one.id}`}>
              <ContentText text={one.label} />
            </To>
            {one.notation ? <span className={classes['note']}> {one.notation}</span> : null}
          </li>
        ))}
        {rest > 0 ? <li className={classes['note']}>{w('concepts.more', { n: rest })}</li> : null}
      </ul>
    </>
  )
}
