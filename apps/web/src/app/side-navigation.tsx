import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { useWords } from '../ui/language.tsx'
import { usePreferences } from '../ui/preferences.tsx'
import { To } from '../ui/to.tsx'
import { type Entry, findCurrent } from './navigation.ts'
import classes from './side-navigation.module.css'

/** The ways into the house at the left, foldable to icons. */
export function SideNavigation({ entries }: { entries: readonly Entry[] }) {
  const w = useWords()
  const { preferences, setPreference } = usePreferences()
  const isFolded = preferences.navigationFolded
  const location = useRouterState({ select: (state) => state.location })
  const current = findCurrent(entries, location.pathname, location.search)
  const Fold = isFolded ? IconChevronsRight : IconChevronsLeft
  const foldWords = isFolded ? w('web.unfold-navigation') : w('web.fold-navigation')
  return (
    <nav className={classes['navigation']} aria-label={w('web.navigation')} data-folded={isFolded || undefined}>
      <ul>
        {entries.map((entry) => {
          const name = w(entry.name)
          return (
            <li key={entry.url}>
              <To
                url={entry.url}
                className={classes['entry']}
                aria-current={entry === current ? 'page' : undefined}
                title={isFolded ? name : undefined}
                aria-label={isFolded ? name : undefined}
              >
                <entry.icon size={20} stroke={1.75} aria-hidden="true" />
                {isFolded ? null : <span>{name}</span>}
              </To>
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        className={classes['fold']}
        aria-label={foldWords}
        title={foldWords}
        onClick={() => setPreference({ navigationFolded: !isFolded })}
      >
        <Fold size={20} stroke={1.75} aria-hidden="true" />
      </button>
    </nav>
  )
}
