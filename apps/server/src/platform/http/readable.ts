import type { Fault } from '@guildhall/contract/http'

const deepest = 64

/**
 * Finds what no table can keep and no reader could read: a NUL, half a character, a nesting that only a machine makes. Walks without
 * recursion, so that a hostile depth is a fault and not a broken stack.
 */
export function findUnreadable(value: unknown): Fault | undefined {
  const waiting: { at: string; depth: number; value: unknown }[] = [{ at: '', depth: 0, value }]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (typeof one.value === 'string') {
      if (!isReadable(one.value)) return { at: one.at || '/', code: 'unreadable-text' }
    } else if (typeof one.value === 'object' && one.value !== null && isPlain(one.value)) {
      if (one.depth >= deepest) return { at: '/', code: 'too-deep' }
      for (const [key, member] of Object.entries(one.value)) {
        if (!isReadable(key)) return { at: one.at || '/', code: 'unreadable-text' }
        waiting.push({ at: `${one.at}/${key.slice(0, 40)}`, depth: one.depth + 1, value: member })
      }
    }
  }
  return undefined
}

const isReadable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** Objects and lists as JSON makes them; a buffer or a stream is not walked through. */
const isPlain = (value: object) => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null
