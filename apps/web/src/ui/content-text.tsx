import type { LocalizedText } from '@guildhall/kernel'
import { toContentLanguage } from '@guildhall/kernel'
import classes from './content-text.module.css'
import { useLanguage, useText, useWords } from './language.tsx'

/** Text that people entered. One that is not in the reader's language carries its own `lang` and a small tag naming it; an absent one is said to be absent. */
export function ContentText({ text, tag = true }: { text: LocalizedText; tag?: boolean }) {
  const w = useWords()
  const read = useText()(text)
  const { language } = useLanguage()
  if (!read) return <span className={classes['missing']}>{w('web.no-text')}</span>
  if (read.language === toContentLanguage(language)) return <>{read.text}</>
  return (
    <>
      <span lang={read.language}>{read.text}</span>
      {tag ? (
        <span className={classes['tag']} title={w(`language.${read.language}`)}>
          {read.language}
        </span>
      ) : null}
    </>
  )
}
