import type { ConceptPage } from '@guildhall/contract/taxonomy'
import { contentLanguages, toContentLanguage } from '@guildhall/kernel'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import classes from './concept-view.module.css'
import { FoldedList } from './folded-list.tsx'

/** So many other names stand there at first. */
const namesShown = 6

/** The names of a concept side by side, the reader's language first, with what else it is called and what is said of it. A language that is missing says so, and takes no column. */
export function ConceptNames({ concept }: { concept: ConceptPage }) {
  const w = useWords()
  const { language: spoken } = useLanguage()
  const own = toContentLanguage(spoken)
  const languages = [own, ...contentLanguages.filter((one) => one !== own)]
  const missing = languages.filter((language) => !concept.label[language])
  return (
    <>
      <div className={classes['names']}>
        {languages.map((language) => {
          const also = concept.alternatives[language] ?? []
          return missing.includes(language) ? null : (
            <section key={language} className={classes['language']}>
              <h3 className={classes['tongue']}>{w(`language.${language}`)}</h3>
              <p lang={language} className={classes['name']}>{concept.label[language]}</p>
              {concept.description[language] ? <p lang={language} className={classes['text']}>{concept.description[language]}</p> : null}
              {also.length > 0 ? (
                <div lang={language}>
                  <FoldedList items={also} shown={namesShown} label={w('concepts.other-names')} />
                </div>
              ) : null}
            </section>
          )
        })}
      </div>
      {missing.length > 0 ? <p className={classes['note']}>{w('concepts.no-name-in', { languages: missing.map((language) => w(`language.${language}`)).join(' · ') })}</p> : null}
    </>
  )
}
