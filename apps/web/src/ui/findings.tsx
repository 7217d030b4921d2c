import type { Finding } from '@guildhall/contract/translation'
import type { ContentLanguage } from '@guildhall/kernel'
import type { z } from 'zod'
import classes from './findings.module.css'
import { useWords } from './language.tsx'

/** Words of a text that ask for age, sex and the like, each with its ground: for a person to look at. Nothing where there are none. */
export function Findings({ findings, text, language }: { findings: readonly z.infer<typeof Finding>[]; text: string; language: ContentLanguage }) {
  const w = useWords()
  if (findings.length === 0) return null
  return (
    <p className={classes['findings']}>
      {w('finding.note')}{' '}
      {findings.map((one) => (
        <span key={one.start}>
          <mark lang={language}>{text.slice(one.start, one.end)}</mark> ({w(`finding.${one.ground}`)}){' '}
        </span>
      ))}
    </p>
  )
}
