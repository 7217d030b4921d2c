import { useEffect } from 'react'
import { readStoredJson, writeStored } from './stored.ts'

/** A thing somebody opened lately. */
export type Recent = Readonly<{ kind: string; number: string | null; title: string; url: string }>
const isRecent = (value: unknown): value is Recent[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'url' in one && 'title' in one)

export const readRecent = (): Recent[] => readStoredJson('recent', isRecent) ?? []
/** A thing that is gone leaves the list. */
export const forgetRecent = (url: string) => writeStored('recent', JSON.stringify(readRecent().filter((one) => one.url !== url)))

/** Remembers the open thing among the last ten, for the palette and the home page. */
export function useRemember(thing: Recent | undefined) {
  const text = thing ? JSON.stringify(thing) : undefined
  useEffect(() => {
    if (!text) return
    const now = JSON.parse(text) as Recent // safe: written two lines above
    writeStored('recent', JSON.stringify([now, ...readRecent().filter((one) => one.url !== now.url)].slice(0, 10)))
  }, [text])
}
