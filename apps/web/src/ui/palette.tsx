import type { ThingRef } from '@guildhall/contract/http'
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Icon, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { useText, useWords } from './language.tsx'
import classes from './palette.module.css'
import { readRecent } from './recent.ts'
import { type Dye, lookOf } from './stations.ts'

export type PalettePage = Readonly<{ name: string; url: string; icon: Icon }>
type Hit = Readonly<{ key: string; text: string; hint: string; url: string; icon: Icon; dye: Dye }>

/** Ctrl K: things by number, name or initials; pages; what was open lately. Nothing is asked while an input method composes. */
export function Palette(props: {
  opened: boolean
  onClose: () => void
  pages: readonly PalettePage[]
  /** Finds things; what may be found is the server's business. */
  findThings: (words: string, signal: AbortSignal) => Promise<readonly ThingRef[]>
}) {
  const w = useWords()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={w('web.palette')}
      size={640}
      yOffset="10vh"
      closeButtonProps={{ 'aria-label': w('web.close') }}
      styles={{ title: { fontWeight: 600 }, body: { padding: 0 } }}
    >
      <PaletteBody {...props} />
    </Modal>
  )
}

function PaletteBody({ onClose, pages, findThings }: Parameters<typeof Palette>[0]) {
  const w = useWords()
  const read = useText()
  const router = useRouter()
  const id = useId()
  const [words, setWords] = useState('')
  const [isComposing, setComposing] = useState(false)
  const [at, setAt] = useState(0)
  const [settled] = useDebouncedValue(words.trim(), 150)
  const found = useQuery({
    queryKey: ['palette', settled],
    queryFn: ({ signal }) => findThings(settled, signal),
    enabled: settled !== '' && !isComposing,
    placeholderData: (before) => before,
  })

  const lower = words.trim().toLowerCase()
  const groups: { title: string; hits: Hit[] }[] = [
    {
      title: w('web.palette.things'),
      hits:
        lower === ''
          ? []
          : (found.data ?? []).map((thing) => ({
              key: thing.id,
              text: read(thing.title)?.text ?? '',
              hint: thing.number ?? '',
              url: thing.url,
              ...lookOf(thing.kind),
            })),
    },
    {
      title: w('web.palette.pages'),
      hits: pages
        .filter((page) => page.name.toLowerCase().includes(lower))
        .map((page) => ({ key: page.url, text: page.name, hint: '', url: page.url, icon: page.icon, dye: 'ink' })),
    },
    {
      title: w('web.palette.recent'),
      hits: readRecent()
        .filter((one) => lower === '' || one.title.toLowerCase().includes(lower) || (one.number ?? '').toLowerCase().includes(lower))
        .map((one) => ({ key: `recent ${one.url}`, text: one.title, hint: one.number ?? '', url: one.url, icon: IconHistory, dye: 'ink' })),
    },
  ]
  const hits = groups.flatMap((group) => group.hits)
  const current = hits[Math.min(at, hits.length - 1)]
  const open = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    void router.navigate({ href: hit.url })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((now) =>
        hits.length === 0 ? 0 : (Math.min(now, hits.length - 1) + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length,
      )
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      open(current)
    }
  }
  return (
    <div>
      <input
        data-autofocus
        className={classes['input']}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.key}` : undefined}
        aria-label={w('web.palette.words')}
        placeholder={w('web.palette.words')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setAt(0)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={w('web.palette')} className={classes['list']}>
        {groups
          .filter((group) => group.hits.length > 0)
          .map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: groups of a listbox have no element of their own
            <div key={group.title} role="group" aria-label={group.title}>
              <div className={classes['group']} aria-hidden="true">
                {group.title}
              </div>
              {group.hits.map((hit) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, as in every combobox
                <div
                  key={hit.key}
                  id={`${id}-${hit.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={hit === current}
                  className={classes['hit']}
                  onClick={() => open(hit)}
                  onMouseMove={() => setAt(hits.indexOf(hit))}
                >
                  <span data-dye={hit.dye} className={classes['icon']}>
                    <hit.icon size={20} stroke={1.75} aria-hidden="true" />
                  </span>
                  <span className={classes['text']}>{hit.text}</span>
                  <span className={classes['hint']}>{hit.hint}</span>
                </div>
              ))}
            </div>
          ))}
      </div>
      <p className={classes['none']} role="status">
        {hits.length === 0 && !found.isFetching ? w('web.palette.nothing') : ''}
      </p>
    </div>
  )
}
