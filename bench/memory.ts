/**
 * Does memory help? An enterprise has words of its own: of every trade item one everyday phrase is taken out of the lexicon and becomes what this enterprise
 * says. Of 200 things that it says (70 phrases, the usual ones more often, in sentences around them) a teacher decides the first 50, one in ten of them wrongly;
 * the rest is asked with what was decided and without, and by a competitor who says the same. Made up, and said to be: it shows what the mechanism gives, not
 * how people talk.
 */
import type { Instant } from '@guildhall/kernel'
import { buildIndex, createMemory, type Decision, openIndex, type OutcomeMemory, translate } from '@guildhall/translation'
import { readLexicon, readLexiconItems } from '../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { bootstrap, pairedBootstrap, seeded, showInterval, writeResults } from './_harness.ts'

const [said, decided] = [200, 50]
const now = '2026-11-24T08:00:00.000Z' as Instant // safe: an ISO moment
const around = [(words: string) => words, (words: string) => `我们这里${words}`, (words: string) => `${words}，这是基本的`, (words: string) => `新来的也得${words}`] as const

const whole = readLexiconItems()
const lexicon = { ...whole, items: whole.items.map((item) => (item.kind === 'key' ? item : { ...item, phrases: { ...item.phrases, zh: item.phrases.zh.slice(0, 4) } })) }
const taxonomy = readLexicon().map((one) => ({ ...one, concepts: one.concepts.map((concept) => (lexicon.items.find((item) => item.id === concept.id)?.kind === 'key' ? concept : { ...concept, labels: { ...concept.labels, zh: concept.labels.zh?.slice(0, 5) ?? [] } })) }))
const index = openIndex(buildIndex(taxonomy, { languages: ['zh'] }))

const random = seeded(20261124)
const own = whole.items.filter((item) => item.kind !== 'key').map((item) => ({ concept: item.id, words: item.phrases.zh[4]! }))
const phrases = Array.from({ length: 70 }, () => own.splice(Math.floor(random() * own.length), 1)[0]!)
// The square of chance: the first phrases are said more often than the last.
const things = Array.from({ length: said }, () => {
  const phrase = phrases[Math.floor(random() ** 2 * phrases.length)]!
  return { ...phrase, text: around[Math.floor(random() * around.length)]!(phrase.words) }
})

const decisions = things.slice(0, decided).map(({ words, concept }, i): Decision => ({
  id: String(i), at: now, phrase: words, language: 'zh', enterprise: 'own', concept: random() < 0.1 ? phrases[Math.floor(random() * phrases.length)]!.concept : concept, verdict: 'accepted',
}))
const memory = createMemory(decisions, { now })
const memoryOf = (enterprise: string): OutcomeMemory => ({
  find: (phrase, language) => memory.lookup(phrase, { enterprise, partners: [], language }).map((one) => ({ concept: one.concept, taxonomy: 'gh', label: one.concept, strength: one.strength * one.similarity })),
})

const rightWith = (remembered: OutcomeMemory | undefined) =>
  things.slice(decided).map(({ text, concept }) => {
    const made = translate({ text, language: 'zh', lexicon, index, ...(remembered ? { memory: remembered } : {}) })
    const links = made.ok ? made.value.statements.flatMap((one) => one.links) : []
    return Number([...links].sort((a, b) => b.score - a.score)[0]?.concept === concept)
  })

const [without, withOwn, competitor] = [rightWith(undefined), rightWith(memoryOf('own')), rightWith(memoryOf('competitor'))]
const heard = new Set(decisions.map((one) => one.phrase))
const rest = things.slice(decided)
const among = (values: readonly number[], isHeard: boolean) => values.filter((_, i) => heard.has(rest[i]!.words) === isHeard)
console.log(`${said - decided} things said after ${decided} decisions; ${rest.filter((one) => heard.has(one.words)).length} of them with words that were decided`)
console.log(`  right competence first, without memory   ${showInterval(bootstrap(without))}`)
console.log(`  with it                                  ${showInterval(bootstrap(withOwn))}   gain ${showInterval(pairedBootstrap(withOwn, without))}`)
console.log(`    words decided before                   ${showInterval(bootstrap(among(withOwn, true)))}   without ${showInterval(bootstrap(among(without, true)))}`)
console.log(`    other words                            ${showInterval(bootstrap(among(withOwn, false)))}   without ${showInterval(bootstrap(among(without, false)))}`)
console.log(`  a competitor who says the same           ${showInterval(bootstrap(competitor))}`)
if (competitor.some((one, i) => one !== without[i])) throw new Error('the competitor heard of it')
writeResults('memory', { all: { without: bootstrap(without), with: bootstrap(withOwn), competitor: bootstrap(competitor) } })
if (process.argv.includes('--errors'))
  for (const [i, { text, words, concept }] of rest.entries()) if (heard.has(words) && !withOwn[i]) { const made = translate({ text, language: 'zh', lexicon, index, memory: memoryOf('own') }); console.log(text, '|', concept, '|', made.ok && JSON.stringify(made.value.statements.map((s) => [s.kind, s.links.map((l) => [l.concept, l.score.toFixed(2)])]))) }
