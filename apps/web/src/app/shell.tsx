import { search } from '@guildhall/contract/platform'
import { AppShell } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { useSession } from '../api/session.tsx'
import { useWords } from '../ui/language.tsx'
import { Palette } from '../ui/palette.tsx'
import { useDensity, usePreferences } from '../ui/preferences.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { HelpPanel } from './help-panel.tsx'
import { entriesOf, settingsOf, usualDensityOf } from './navigation.ts'
import { PhoneBar } from './phone-bar.tsx'
import classes from './shell.module.css'
import { SideNavigation } from './side-navigation.tsx'
import { TopBar } from './top-bar.tsx'
import { useAgreeOnLanguage } from './use-agree-on-language.ts'
import { useLive } from './use-live.ts'

/** The frame of every page for somebody who is signed in: skip link, top bar, navigation by role, the page, on a phone the bottom bar. */
export function Shell() {
  const w = useWords()
  const session = useSession()
  const router = useRouter()
  const { preferences } = usePreferences()
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)
  useAgreeOnLanguage(session)
  useLive(session.actingFor?.organisationId)
  useDensity(usualDensityOf(session))
  useFocusOnNewPage()

  const entries = useMemo(() => entriesOf(session), [session])
  const pages = [...entries, ...settingsOf(session)].map((entry) => ({ name: w(entry.name), url: entry.url, icon: entry.icon }))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      event.preventDefault()
      setPaletteOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const waitsForLetter = useRef(0)
  const letters = Object.fromEntries(
    entries.map((entry) => [
      entry.letter,
      (event: KeyboardEvent) => {
        if (Date.now() > waitsForLetter.current) return
        waitsForLetter.current = 0
        event.preventDefault()
        void router.navigate({ href: entry.url })
      },
    ]),
  )
  useKeys({
    ...letters,
    g: () => {
      waitsForLetter.current = Date.now() + 1200
    },
    '?': () => setHelpOpen(true),
  })

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: preferences.navigationFolded ? 56 : 224, breakpoint: 'sm', collapsed: { mobile: true } }}
      {...(isPhone ? { footer: { height: 56 } } : {})}
      padding={0}
      transitionDuration={0}
      className={classes['shell'] ?? ''}
    >
      <a href="#main" className={classes['skip']}>
        {w('web.skip')}
      </a>
      <AppShell.Header className={classes['header'] ?? ''}>
        <TopBar onPalette={() => setPaletteOpen(true)} onHelp={() => setHelpOpen(true)} />
      </AppShell.Header>
      {isPhone ? null : (
        <AppShell.Navbar className={classes['navbar'] ?? ''}>
          <SideNavigation entries={entries} />
        </AppShell.Navbar>
      )}
      <AppShell.Main>
        <div id="main" tabIndex={-1} className={classes['page']}>
          <Outlet />
        </div>
      </AppShell.Main>
      {isPhone ? (
        <AppShell.Footer className={classes['footer'] ?? ''}>
          <PhoneBar entries={entries} onPalette={() => setPaletteOpen(true)} />
        </AppShell.Footer>
      ) : null}
      <Palette opened={isPaletteOpen} onClose={() => setPaletteOpen(false)} pages={pages} findThings={findThings} />
      <HelpPanel opened={isHelpOpen} onClose={() => setHelpOpen(false)} entries={entries} />
    </AppShell>
  )
}

/** What the palette finds: things of every kind that are open to the reader. */
const findThings = async (words: string, signal: AbortSignal) =>
  (await call(search.find, { query: { q: words, limit: 12 } }, { signal })).items

/** A new page takes the focus, so that a keyboard and a screen reader begin where the eyes do. A change of filters or panel is no new page. */
function useFocusOnNewPage() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const last = useRef(path)
  useEffect(() => {
    if (last.current !== undefined && last.current !== path) document.getElementById('main')?.focus({ preventScroll: true })
    last.current = path
  }, [path])
}
