import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react'

type ToProps = AnchorHTMLAttributes<HTMLAnchorElement> & { url: string; ref?: Ref<HTMLAnchorElement> }

/** A link to an address that came as text (from the server, a list, a chip). Stays a real link: middle click and "open in new tab" work. */
export function To({ url, onClick, ...rest }: ToProps) {
  const router = useRouter()
  const isOurs = url.startsWith('/') && !url.startsWith('//') && !url.startsWith('/api/')
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!isOurs || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate({ href: url })
  }
  return <a href={url} onClick={follow} {...rest} />
}
