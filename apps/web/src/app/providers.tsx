import type { InterfaceLanguage } from '@guildhall/kernel'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LanguageProvider } from '../ui/language.tsx'
import { NoticesProvider } from '../ui/notices.tsx'
import { PreferencesProvider } from '../ui/preferences.tsx'
import { theme, variables } from './theme.ts'

const schemes = localStorageColorSchemeManager({ key: 'guildhall.scheme' })

/** What every page stands on: theme, server data, language, preferences, notices. */
export function Providers({ client, language, children }: { client: QueryClient; language: InterfaceLanguage; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" colorSchemeManager={schemes}>
      <QueryClientProvider client={client}>
        <LanguageProvider first={language}>
          <PreferencesProvider>
            <NoticesProvider>{children}</NoticesProvider>
          </PreferencesProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
