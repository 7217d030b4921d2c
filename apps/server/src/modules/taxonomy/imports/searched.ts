import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import { contentLanguages } from '@guildhall/kernel'
import { soundsOf } from '../../../platform/search/sounds.ts'

type Lists = Readonly<Partial<Record<ContentLanguage, readonly string[]>>>
type Said = Readonly<{ notation: string | null; label: LocalizedText; alternatives: Lists; description: LocalizedText; tasks: Lists }>

/** What a concept is found by. `words`: its names; `said`: description and tasks; `grams`: what trigrams cannot serve of both. */
export type Searched = Readonly<{ words: string; said: string; grams: readonly string[] }>

/** The occupation with the most titles (O*NET's “all other” production workers) has some 70,000 characters of them. */
const longest = 80_000

/** The order is fixed, so that a second import finds the same. */
export function toSearched({ notation, label, alternatives, description, tasks }: Said): Searched {
  const names = contentLanguages.flatMap((language) => [label[language] ?? '', language === 'zh' && label.zh ? soundsOf(label.zh) : '', ...(alternatives[language] ?? [])])
  const texts = contentLanguages.flatMap((language) => [description[language] ?? '', ...(tasks[language] ?? [])])
  const [words, said] = [plain([notation ?? '', ...names], ' '), plain(texts, '\n')]
  return { words, said, grams: gramsOf(`${words}\n${said}`) }
}

const plain = (texts: readonly string[], gap: string) => [...new Set(texts)].filter(Boolean).join(gap).normalize('NFKC').toLowerCase().slice(0, longest)

/**
 * Single Chinese characters and pairs of neighbours, and words of one or two letters or digits.
 * @example gramsOf('pc 焊接') // ['pc', '接', '焊', '焊接']
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>()
  for (const run of text.match(/[\u3400-\u9fff]+/g) ?? [])
    for (let i = 0; i < run.length; i++) {
      grams.add(run[i]!)
      if (i + 1 < run.length) grams.add(run.slice(i, i + 2))
    }
  for (const word of text.split(/[^a-z0-9äöüß#+]+/)) if (word.length === 1 || word.length === 2) grams.add(word)
  return [...grams].sort()
}
