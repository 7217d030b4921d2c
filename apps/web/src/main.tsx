import './app/library-styles.ts'
import './ui/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/client.ts'
import { sessionQuery } from './api/session.tsx'
import { Providers } from './app/providers.tsx'
import { createHouseRouter } from './app/router.tsx'
import { findFirstLanguage } from './ui/language.tsx'
import { openBook } from './ui/open-books.ts'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')

// The router reads answers from the client, and the client tells the router when the session has ended.
const signedOut = () => {
  client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session: null } : before))
  void router.invalidate()
}
const client = createQueryClient(signedOut)
const router = createHouseRouter(client)

// Nothing is shown before there are words for it; the session is asked meanwhile.
const language = findFirstLanguage()
void client.prefetchQuery(sessionQuery)
const fetchWords = (): Promise<void> =>
  openBook(language).catch(() => new Promise<void>((again) => setTimeout(again, 2000)).then(fetchWords))

void fetchWords().then(() =>
  createRoot(place).render(
    <StrictMode>
      <Providers client={client} language={language}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  ),
)
