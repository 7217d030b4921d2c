import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

/** A link to a concept from within the page of the concepts: what is beside it stays where it is. A true link still, for a new tab. */
export function ConceptLink({ url, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { url: string }) {
  const router = useRouter()
  return (
    <a
      href={url}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        void router.navigate({ href: url, resetScroll: false })
      }}
      {...rest}
    />
  )
}
