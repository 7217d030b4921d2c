import { IconEye } from '@tabler/icons-react'
import { useLanguage, useWords } from './language.tsx'
import classes from './seen-by.module.css'

/** Beside a field or a comment: who will read it. */
export function SeenBy({ names }: { names: readonly string[] }) {
  const w = useWords()
  const { language } = useLanguage()
  return (
    <span className={classes['seen']}>
      <IconEye size={16} stroke={1.75} aria-hidden="true" />
      {w('web.seen-by', { names: new Intl.ListFormat(language, { type: 'conjunction' }).format(names) })}
    </span>
  )
}
