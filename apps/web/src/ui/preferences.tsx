import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { readStoredJson, writeStored } from './stored.ts'

export const densities = ['compact', 'relaxed'] as const
export type Density = (typeof densities)[number]
type Preferences = Readonly<{ density?: Density; singleKeys: boolean; navigationFolded: boolean }>
const first: Preferences = { singleKeys: true, navigationFolded: false }

const isPreferences = (value: unknown): value is Partial<Preferences> => typeof value === 'object' && value !== null
const Context = createContext<{ preferences: Preferences; setPreference: (change: Partial<Preferences>) => void }>({
  preferences: first,
  setPreference: () => {},
})

/** How one person likes the rooms: row height, single keys, folded navigation. Kept in this browser. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, set] = useState<Preferences>(() => ({ ...first, ...readStoredJson('preferences', isPreferences) }))
  const setPreference = useCallback((change: Partial<Preferences>) => {
    set((before) => {
      const after = { ...before, ...change }
      writeStored('preferences', JSON.stringify(after))
      return after
    })
  }, [])
  const value = useMemo(() => ({ preferences, setPreference }), [preferences, setPreference])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export const usePreferences = () => useContext(Context)

/** Tells the document the row height: the person's choice, else what suits their work. */
export function useDensity(usual: Density): Density {
  const { preferences } = usePreferences()
  const density = preferences.density ?? usual
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
  return density
}
