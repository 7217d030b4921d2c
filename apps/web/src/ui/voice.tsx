import type { ContentLanguage } from '@guildhall/kernel'
import type { ReactNode } from 'react'
import classes from './voice.module.css'

/** What an enterprise said: serif, never edited in place, with the line that says where it comes from. */
export function Voice({ lang, source, children }: { lang: ContentLanguage; source: ReactNode; children: ReactNode }) {
  return (
    <figure className={classes['figure']}>
      <blockquote className={classes['voice']} lang={lang}>
        {children}
      </blockquote>
      <figcaption className={classes['source']}>{source}</figcaption>
    </figure>
  )
}
