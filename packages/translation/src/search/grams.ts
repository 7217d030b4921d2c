import type { ContentLanguage } from '@guildhall/kernel'
import { hashHigh, hashLow, hashSeedHigh, hashSeedLow } from './hash-table.ts'
import type { Token } from './tokens.ts'

/** Two numbers a gram, one after the other: the halves of its hash. Grown, reused, never freed while a text is read. */
export type GramBuffer = { pairs: Int32Array; length: number }

export const newGramBuffer = (): GramBuffer => ({ pairs: new Int32Array(1024), length: 0 })

const blank = 0x20

/**
 * Character n-grams. English, German: 2–5 inside each word with a blank at both ends. Chinese: 1–3 over the run of tokens, as the language has no
 * word boundaries to respect.
 */
export function fillGrams(text: string, tokens: readonly Token[], language: ContentLanguage, buffer: GramBuffer): void {
  buffer.length = 0
  if (language === 'zh') fillRuns(text, tokens, buffer)
  else
    for (const token of tokens) {
      if (token.stop) continue
      const length = token.end - token.start + 2
      const unit = (i: number) => (i === 0 || i === length - 1 ? blank : text.charCodeAt(token.start + i - 1))
      for (let start = 0; start < length - 1; start++) fillFrom(unit, start, length, 2, 5, buffer)
    }
}

function fillRuns(text: string, tokens: readonly Token[], buffer: GramBuffer): void {
  for (let i = 0; i < tokens.length; ) {
    let last = i
    while (last + 1 < tokens.length && tokens[last + 1]!.start === tokens[last]!.end) last++
    const from = tokens[i]!.start
    const length = tokens[last]!.end - from
    for (let start = 0; start < length; start++) fillFrom((k) => text.charCodeAt(from + k), start, length, 1, 3, buffer)
    i = last + 1
  }
}

function fillFrom(unit: (i: number) => number, start: number, length: number, shortest: number, longest: number, buffer: GramBuffer): void {
  let high = hashSeedHigh
  let low = hashSeedLow
  for (let n = 1; n <= longest && start + n <= length; n++) {
    const code = unit(start + n - 1)
    high = hashHigh(high, code)
    low = hashLow(low, code)
    if (n < shortest) continue
    if (buffer.length + 2 > buffer.pairs.length) {
      const wider = new Int32Array(buffer.pairs.length * 2)
      wider.set(buffer.pairs)
      buffer.pairs = wider
    }
    buffer.pairs[buffer.length++] = high
    buffer.pairs[buffer.length++] = low
  }
}
