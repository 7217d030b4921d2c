import { Drawer } from '@mantine/core'
import { useMatches } from '@tanstack/react-router'
import { useWords } from '../ui/language.tsx'
import classes from './help-panel.module.css'
import type { Entry } from './navigation.ts'

/** Help, always in the same place: what this page is for, and the keys. A page says its words in the route's `staticData.help`. */
export function HelpPanel({ opened, onClose, entries }: { opened: boolean; onClose: () => void; entries: readonly Entry[] }) {
  const w = useWords()
  const help = useMatches({ select: (matches) => matches.at(-1)?.staticData.help })
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl K', w('web.palette')],
    ['/', w('web.keys.search')],
    ['j k', w('web.keys.move')],
    ['x', w('web.keys.select')],
    ['Enter', w('web.keys.open')],
    ['← →', w('web.keys.step')],
    ['Esc', w('web.keys.close')],
    ...entries.map((entry) => [`g ${entry.letter}`, w(entry.name)] as const),
    ['?', w('web.keys.help')],
  ]
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={420}
      title={w('web.help')}
      closeButtonProps={{ 'aria-label': w('web.close') }}
      styles={{ title: { fontWeight: 600 } }}
    >
      {help ? <p className={classes['text']}>{w(help)}</p> : null}
      <h3 className={classes['head']}>{w('web.keys')}</h3>
      <dl className={classes['keys']}>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={classes['note']}>{w('web.keys.note')}</p>
    </Drawer>
  )
}
