import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './box-tabs.module.css'

export const boxes = ['mine', 'others', 'done'] as const
export type Box = (typeof boxes)[number]

/** The three boxes as links, so that each has its address. */
export function BoxTabs({ box }: { box: Box }) {
  const w = useWords()
  return (
    <nav className={`${classes['tabs']} no-print`} aria-label={w('web.inbox')}>
      {boxes.map((one) => (
        <To key={one} url={one === 'mine' ? '/' : `/?box=${one}`} aria-current={one === box ? 'page' : undefined}>
          {w(`web.inbox.${one}`)}
        </To>
      ))}
    </nav>
  )
}
