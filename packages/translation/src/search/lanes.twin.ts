import type { View } from './view.ts'

/** The lanes once more, slowly, from their definitions: objects and loops, no tables. */
const countOf = <T>(list: readonly T[]) => {
  const counts = new Map<T, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
const dfOf = (documents: readonly (readonly string[])[], term: string) => documents.filter((document) => document.includes(term)).length

/** All runs of 2–5 characters within each padded word; zh: of 1–3 within each run of tokens. */
export function gramsTwin(view: View): readonly string[] {
  const texts: string[] = []
  const [shortest, longest] = view.language === 'zh' ? [1, 3] : [2, 5]
  if (view.language === 'zh') {
    let end = -1
    for (const token of view.tokens) {
      if (token.start === end) texts[texts.length - 1] += view.text.slice(token.start, token.end)
      else texts.push(view.text.slice(token.start, token.end))
      end = token.end
    }
  } else for (const token of view.tokens) if (!token.stop) texts.push(` ${token.word} `)
  return texts.flatMap((text) => {
    const found: string[] = []
    for (let start = 0; start < text.length; start++) {
      for (let n = shortest; n <= longest && start + n <= text.length; n++) found.push(text.slice(start, start + n))
    }
    return found
  })
}

export function charsTwin(forms: readonly View[], view: View): readonly number[] {
  const documents = forms.map(gramsTwin)
  const rarity = (term: string) => Math.log((1 + forms.length) / (1 + dfOf(documents, term))) + 1
  const vector = (grams: readonly string[]) =>
    new Map([...countOf(grams)].map(([term, count]) => [term, (1 + Math.log(count)) * rarity(term)]))
  const length = (of: ReadonlyMap<string, number>) => Math.sqrt([...of.values()].reduce((sum, one) => sum + one * one, 0)) || 1
  const question = new Map([...vector(gramsTwin(view))].map(([term, weight]) => [term, dfOf(documents, term) > 0 ? weight : rarity(term)]))
  return documents.map((grams) => {
    const form = vector(grams)
    const product = [...form].reduce((sum, [term, weight]) => sum + weight * (question.get(term) ?? 0), 0)
    return product / length(form) / length(question)
  })
}

export function coverTwin(forms: readonly View[], view: View): readonly number[] {
  const documents = forms.map((form) => [...new Set(form.terms)])
  const rarity = (term: string) => Math.log(1 + forms.length / dfOf(documents, term))
  const asked = new Set(view.terms)
  return documents.map((terms) => {
    const all = terms.reduce((sum, term) => sum + rarity(term), 0)
    return terms.filter((term) => asked.has(term)).reduce((sum, term) => sum + rarity(term), 0) / (all + 3)
  })
}

export function wordsTwin(documents: readonly (readonly View[])[], view: View): readonly number[] {
  const texts = documents.map((views) => views.flatMap((one) => one.terms))
  const average = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  return texts.map((text) =>
    [...new Set(view.terms)].reduce((sum, term) => {
      const df = dfOf(texts, term)
      const tf = text.filter((one) => one === term).length
      const idf = Math.log(1 + (texts.length - df + 0.5) / (df + 0.5))
      return sum + (tf === 0 ? 0 : (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * text.length) / average)))
    }, 0),
  )
}

/** At each place the longest form whose stems stand there; what is taken is not looked at again. */
export function hitsTwin(forms: readonly View[], view: View): readonly Readonly<{ from: number; to: number; forms: readonly number[] }>[] {
  const hits: { from: number; to: number; forms: readonly number[] }[] = []
  const stems = (of: View) => of.tokens.map((token) => token.stem).join('\u0000')
  for (let from = 0; from < view.tokens.length; ) {
    let to = view.tokens.length
    let found: readonly number[] = []
    for (; to > from; to--) {
      const part = stems({ ...view, tokens: view.tokens.slice(from, to) })
      found = forms.flatMap((form, i) => (form.tokens.length > 0 && stems(form) === part ? [i] : []))
      if (found.length > 0) break
    }
    if (found.length > 0) hits.push({ from, to, forms: found })
    from = found.length > 0 ? to : from + 1
  }
  return hits
}

/** Σ cos² of the 15 nearest examples a concept. */
export function nearTwin(
  examples: readonly View[],
  owners: readonly (readonly number[])[],
  view: View,
  concepts: number,
): readonly number[] {
  const cosines = charsTwin(examples, view)
  const nearest = cosines
    .map((cosine, i) => ({ cosine, i }))
    .filter(({ cosine }) => cosine > 0)
    .sort((a, b) => b.cosine - a.cosine || a.i - b.i)
    .slice(0, 15)
  const sums = new Array<number>(concepts).fill(0)
  for (const { cosine, i } of nearest) for (const owner of owners[i]!) sums[owner]! += cosine ** 2
  return sums
}
