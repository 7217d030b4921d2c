import './app/library-styles.ts'
import './ui/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/client.ts'
import { sessionQuery } from './api/session.tsx'
import { Providers } from './app/providers.tsx'
import { createHouseRouter } from './app/router.tsx'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')

// The router reads answers from the client, and the client tells the router when the session has ended.
const signedOut = () => {
  client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session: null } : before))
  void router.invalidate()
}
const client = createQueryClient(signedOut)
const router = createHouseRouter(client)

createRoot(place).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
)
