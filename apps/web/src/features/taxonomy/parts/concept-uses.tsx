import { concepts } from '@guildhall/contract/taxonomy'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './concept-view.module.css'

/** What of the reader's own college refers to a concept. Others have no outcomes of their own, and see nothing of this. */
export function ConceptUses({ id }: { id: string }) {
  const w = useWords()
  const isCollege = useSession().actingFor?.organisationKind === 'college'
  const uses = useAsk(concepts.uses, { params: { id } }, { enabled: isCollege }).data
  if (!isCollege || !uses) return null
  const { outcomes, needs, units, proposals, posts } = uses
  return (
    <PanelPart title={w('concepts.used-by')}>
      {outcomes.count === 0 ? <p className={classes['note']}>{w('concepts.used-by-none')}</p> : <p>{w('concepts.used-by-sums', { outcomes: outcomes.count, needs, units, proposals })}</p>}
      {posts > 0 ? <p><To url={`/needs?occupationId=${id}`}>{w('concepts.used-by-posts', { n: posts })}</To></p> : null}
      <ul className={classes['uses']}>
        {outcomes.items.map((one) => (
          <li key={one.id}>
            <To url={`/outcomes/${one.id}`}>
              <ContentText text={one.text} />
            </To>
            <span className={classes['note']}> {one.number} · {w('concepts.used-by-line', { level: one.level, needs: one.needs, units: one.units })}</span>
          </li>
        ))}
      </ul>
    </PanelPart>
  )
}
