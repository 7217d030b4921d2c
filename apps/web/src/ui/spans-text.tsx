import type { ContentLanguage } from '@guildhall/kernel'
import type { KeyboardEvent } from 'react'
import { useWords } from './language.tsx'
import { cutSpans, type Span } from './spans.ts'
import classes from './spans.module.css'
import voice from './voice.module.css'

/**
 * An enterprise's text with numbered spans: hover, focus or ↑ ↓ lights the span and what it made; a span that nothing was made of is dashed. Never editable.
 * `targetOf` names the element that a span leads to.
 */
export function Spans(props: {
  text: string
  lang: ContentLanguage
  spans: readonly Span[]
  active?: string | undefined
  onActive?: (spanId: string | undefined) => void
  targetOf?: (span: Span) => string
}) {
  const w = useWords()
  const step = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const links = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('a[data-span]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className={voice['voice']} lang={props.lang}>
      {cutSpans(props.text, props.spans).map((piece) => {
        const span = piece.spans[0]
        if (!span) return <span key={piece.from}>{piece.text}</span>
        return (
          <a
            key={piece.from}
            data-span={span.id}
            data-active={piece.spans.some((one) => one.id === props.active) || undefined}
            data-unused={!span.used || undefined}
            className={classes['span']}
            href={`#${props.targetOf?.(span) ?? `span-${span.number}`}`}
            title={span.used ? w('web.span-used', { number: span.number }) : w('web.span-unused', { number: span.number })}
            onKeyDown={step}
            onMouseEnter={() => props.onActive?.(span.id)}
            onMouseLeave={() => props.onActive?.(undefined)}
            onFocus={() => props.onActive?.(span.id)}
            onBlur={() => props.onActive?.(undefined)}
            onClick={(event) => {
              event.preventDefault()
              const target = document.getElementById(props.targetOf?.(span) ?? '')
              target?.scrollIntoView({ block: 'nearest' })
              target?.focus()
            }}
          >
            {piece.text}
            {piece.ends.map((one) => (
              <sup key={one.id} className={classes['number']}>
                {one.number}
              </sup>
            ))}
          </a>
        )
      })}
    </div>
  )
}
