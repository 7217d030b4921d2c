import { contentLanguages, type LocalizedText } from '@guildhall/kernel'
import { useWords } from '../../../ui/language.tsx'
import { actionOf, type ProposedOutcome } from '../../../ui/outcome-slots.tsx'
import classes from './translate.module.css'

/** One outcome in all three languages, side by side. Where a language lacks words, it is said for which slots: nothing is invented. */
export function OutcomeLanguages({ outcome }: { outcome: ProposedOutcome }) {
  const w = useWords()
  const slots: readonly (readonly [Slot, LocalizedText | undefined])[] = [['action', actionOf(outcome)], ['object', outcome.object.value], ['condition', outcome.condition?.value], ['standard', outcome.standard?.value.text]]
  return (
    <dl className={classes['languages']}>
      {contentLanguages.map((language) => {
        const missing = slots.filter(([, text]) => text && !text[language]).map(([slot]) => w(`needs.slot.${slot}`))
        const known = slots.flatMap(([, text]) => (text?.[language] ? [text[language]] : []))
        return (
          <div key={language}>
            <dt>{w(`language.${language}`)}</dt>
            <dd>
              <span lang={language}>{outcome.text[language] ?? known.join(' … ')}</span>
              {missing.length > 0 ? <small className={classes['meta']}> {w('translation.no-words', { slots: missing.join(w('translation.and')) })}</small> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

type Slot = 'action' | 'object' | 'condition' | 'standard'
