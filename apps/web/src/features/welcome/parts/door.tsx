import { interfaceLanguages } from '@guildhall/kernel'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Logo } from '../../../ui/logo.tsx'
import classes from './door.module.css'

/** A page before anybody is signed in: the name of the house, one task, the languages. */
export function Door({ children }: { children: ReactNode }) {
  const w = useWords()
  const { language, setLanguage } = useLanguage()
  return (
    <main className={classes['page']}>
      <div className={classes['door']}>
        <div className={classes['brand']}><Logo size={36} />{w('product.name')}</div>
        <div className={classes['form']}>{children}</div>
        <ul className={classes['languages']} aria-label={w('web.language')}>
          {interfaceLanguages.map((one) => (
            <li key={one}><button type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>{w(`web.language.${one}`)}</button></li>
          ))}
        </ul>
      </div>
    </main>
  )
}
