import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../ui/language.tsx'
import { Logo } from '../ui/logo.tsx'
import classes from './bare-page.module.css'
import { ErrorPage } from './error-page.tsx'
import { UnknownPage } from './unknown-page.tsx'

/** A page outside the frame: nobody is signed in yet, or the frame itself could not come. */
function BarePage({ children }: { children: ReactNode }) {
  const w = useWords()
  return (
    <main className={classes['page']}>
      <h1>
        <Logo />
        {w('product.name')}
      </h1>
      {children}
    </main>
  )
}

/** The house does not answer, or broke before the frame stood. */
export const BareErrorPage = (props: ErrorComponentProps) => (
  <BarePage>
    <ErrorPage {...props} />
  </BarePage>
)

/** An address that no page has. */
export const BareUnknownPage = () => (
  <BarePage>
    <UnknownPage />
  </BarePage>
)
