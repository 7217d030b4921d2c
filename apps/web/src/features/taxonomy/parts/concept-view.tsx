import type { ConceptPage, TaxonomyRow } from '@guildhall/contract/taxonomy'
import { toContentLanguage } from '@guildhall/kernel'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Facts, PanelPart } from '../../../ui/panel.tsx'
import { ConceptActions } from './concept-actions.tsx'
import { ConceptLink } from './concept-link.tsx'
import { ConceptNames } from './concept-names.tsx'
import { ConceptRelation } from './concept-relations.tsx'
import { ConceptUses } from './concept-uses.tsx'
import classes from './concept-view.module.css'
import { FoldedList } from './folded-list.tsx'

const tasksShown = 8

/** One concept, whole: where it stands, how it is called in three languages, what is done there, what stands around it, what of ours refers to it, where it comes from. */
export function ConceptView(props: { concept: ConceptPage; shelf: TaxonomyRow | undefined; urlOf: (id: string) => string; onShowInTree: (() => void) | undefined }) {
  const { concept, shelf, urlOf } = props
  const w = useWords()
  const formats = useFormats()
  const state = [w(`concepts.kind.${concept.kind}`), concept.notation, concept.retiredAt ? w('concepts.retired', { day: formats.day(concept.retiredAt) }) : ''].filter(Boolean).join(' · ')
  const otherParents = concept.parents.items.filter((one) => one.id !== concept.path.at(-1)?.id)
  return (
    <article aria-labelledby="concept-title" className={classes['view']}>
      <nav aria-label={w('concepts.path')} className={classes['path']}>
        <ol>
          <li>
            <ConceptLink url={`/concepts?taxonomyId=${concept.taxonomy.id}`}>
              {shelf ? <ContentText text={shelf.name} tag={false} /> : concept.taxonomy.code} {concept.taxonomy.version}
            </ConceptLink>
          </li>
          {concept.path.map((one) => (
            <li key={one.id}>
              <ConceptLink url={urlOf(one.id)}>
                <ContentText text={one.label} tag={false} />
              </ConceptLink>
            </li>
          ))}
        </ol>
      </nav>
      <h2 id="concept-title" className={classes['title']}>
        <ContentText text={concept.label} />
      </h2>
      <p className={classes['state']}>{state}</p>
      <ConceptActions concept={concept} onShowInTree={props.onShowInTree} />
      <ConceptNames concept={concept} />
      <Tasks tasks={concept.tasks} />
      {otherParents.length > 0 ? <ConceptRelation id={concept.id} kind="broader" side="from" title={w('concepts.parents')} {...concept.parents} urlOf={urlOf} /> : null}
      {concept.children.count > 0 ? <ConceptRelation id={concept.id} kind="broader" side="to" title={w('concepts.children')} {...concept.children} urlOf={urlOf} /> : null}
      {concept.relations.map((one) => (
        <ConceptRelation key={`${one.kind} ${one.side}`} id={concept.id} title={w(`concepts.relation.${one.kind}-${one.side}`)} {...one} urlOf={urlOf} />
      ))}
      <ConceptUses id={concept.id} />
      <PanelPart title={w('concepts.source')}>
        <Facts
          facts={[
            { label: w('concepts.code'), value: <code className={classes['code']}>{concept.code}</code> },
            { label: w('concepts.taxonomy'), value: shelf ? <><ContentText text={shelf.name} /> {shelf.version}</> : `${concept.taxonomy.code} ${concept.taxonomy.version}` },
            { label: w('concepts.source-is'), value: shelf ? <Source text={shelf.source} /> : null },
            { label: w('concepts.licence'), value: shelf?.licence },
          ]}
        />
      </PanelPart>
    </article>
  )
}

function Tasks({ tasks }: { tasks: ConceptPage['tasks'] }) {
  const w = useWords()
  const own = toContentLanguage(useLanguage().language)
  const language = [own, 'en', 'zh', 'de'].find((one) => tasks[one as 'en']?.length) as typeof own | undefined // safe: names languages only
  const items = language ? tasks[language] : undefined
  if (!items || !language) return null
  return (
    <PanelPart title={w('concepts.tasks')}>
      <div lang={language}>
        <FoldedList items={[...new Set(items)]} shown={tasksShown} label={w('concepts.tasks')} isPlain />
      </div>
    </PanelPart>
  )
}

const Source = ({ text }: { text: string }) => (text.startsWith('https://') ? <a href={text} target="_blank" rel="noreferrer">{text}</a> : text)
