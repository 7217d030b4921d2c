import type { TranslationOut } from '@guildhall/contract/translation'
import type { ContentLanguage, Reason } from '@guildhall/kernel'
import { ContentText } from '../../../ui/content-text.tsx'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { OutcomeSlots } from '../../../ui/outcome-slots.tsx'
import { Reasons } from '../../../ui/reasons.tsx'
import { To } from '../../../ui/to.tsx'
import { OutcomeLanguages } from './outcome-languages.tsx'
import classes from './translate.module.css'

/** One statement of a text: what it is, what it became, which competences stand nearest and by which of its words. */
export function StatementPart(props: {
  id: string
  number: number
  statement: TranslationOut['statements'][number]
  text: string
  language: ContentLanguage
  isActive: boolean
  /** All three languages of an outcome side by side. */
  isCompared: boolean
  onActive: () => void
}) {
  const w = useWords()
  const code = useCodeWords()
  const { statement, text } = props
  return (
    <section id={props.id} tabIndex={-1} className={classes['statement']} data-active={props.isActive || undefined} onFocus={props.onActive} aria-label={w('translation.statement', { n: props.number })}>
      <p style={{ margin: 0 }}>
        <small className={classes['meta']}>{props.number} · {code(`statement.${statement.kind}`)}</small> <q lang={props.language}>{text.slice(statement.start, statement.end)}</q>
      </p>
      {statement.reasons.length > 0 ? <Reasons reasons={statement.reasons as readonly Reason[]} /> : null}
      {statement.outcomes.map((outcome) => (
        <div key={`${outcome.span.start}-${outcome.action.value.verb}-${outcome.span.end}`} className={classes['outcome']}>
          <b><ContentText text={outcome.text} /></b>
          {props.isCompared ? <OutcomeLanguages outcome={outcome} /> : null}
          <OutcomeSlots draft={outcome} />
        </div>
      ))}
      {statement.links.length > 0 ? (
        <>
          <p className={classes['meta']} style={{ margin: '12px 0 0' }}>{w('translation.nearest')}</p>
          <ul className={classes['links']}>
            {statement.links.slice(0, 5).map((link) => (
              <li key={link.concept}>
                <To url={`/concepts?q=${encodeURIComponent(link.label)}`}>{link.label}</To>{' '}
                <span className={classes['meta']}>
                  {w(link.sure ? 'translation.sure' : 'translation.not-sure')}
                  {link.evidence.length > 0 ? ` · ${w('translation.by-words', { words: [...new Set(link.evidence.map((one) => text.slice(one.start, one.end)))].join('、') })}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
