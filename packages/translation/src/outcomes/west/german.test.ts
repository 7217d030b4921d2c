import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { type OutcomeDraft, translate } from '../../index.ts'
import { formsOf } from './de/inflect.ts'

const lexicon = readLexiconItems()
const read = (text: string) => {
  const result = translate({ text, language: 'de', lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements
}
const outcomesOf = (text: string): readonly OutcomeDraft[] => read(text).flatMap((one) => one.outcomes)
const row = (one: OutcomeDraft) => [one.action.value.text.de, one.action.value.verb, one.object.value.de ?? '', one.condition?.value.de ?? '', one.standard?.value.text.de ?? '']

describe('a German sentence becomes an outcome', () => {
  test.each([
    // infinitive at the end, with modal, with zu
    ['Heizkörper entlüften.', 'entlüften', 'fumigate', 'Heizkörper', '', ''],
    ['Der Praktikant soll die Regale auffüllen.', 'auffüllen', 'refill', 'Regale', '', ''],
    ['In der Lage sein, Sägeblätter zu schärfen.', 'schärfen', 'sharpen', 'Sägeblätter', '', ''],
    ['Den Ofen muss sie jeden Morgen reinigen.', 'reinigen', 'clean', 'Ofen', 'jeden Morgen', ''],
    // second place, with the part at the end
    ['Sie füllt das Frachtpapier aus.', 'ausfüllen', 'fill-in', 'Frachtpapier', '', ''],
    ['Nach dem Alarm schaltet er die Pumpe ab.', 'abschalten', 'stop', 'Pumpe', 'Nach dem Alarm', ''],
    ['Nimmt Kälteanlagen in Betrieb.', 'in Betrieb nehmen', 'commission', 'Kälteanlagen', '', ''],
    ['Prüf den Reifendruck.', 'prüfen', 'inspect', 'Reifendruck', '', ''],
    // subordinate, passive
    ['Wir suchen jemanden, der Gabelstapler wartet.', 'warten', 'maintain', 'Gabelstapler', '', ''],
    ['Die Wannen werden nach jeder Charge gespült.', 'spülen', 'clean', 'Wannen', 'nach jeder Charge', ''],
    // nouns
    ['Wartung der Aufzüge.', 'warten', 'maintain', 'Aufzüge', '', ''],
    ['Fachgerechtes Lackieren von Zäunen mit der Spritzpistole.', 'lackieren', 'paint', 'Zäunen', 'mit der Spritzpistole', ''],
    ['Reifenwechsel in 20 Minuten.', 'wechseln', 'replace', 'Reifen', '', 'in 20 Minuten'],
    ['Führt die Kalibrierung der Waagen durch.', 'kalibrieren', 'calibrate', 'Waagen', '', ''],
    ['Verantwortlich für die Bestellung von Büromaterial.', 'bestellen', 'buy', 'Büromaterial', '', ''],
    ['Kenntnisse im Brandschutz.', 'kennen', 'explain', 'Brandschutz', '', ''],
    ['Sicherer Umgang mit der Motorsäge.', 'verwenden', 'use', 'Motorsäge', '', ''],
    // how well
    ['Bleche biegen, Toleranz 0,3 mm.', 'biegen', 'bend', 'Bleche', '', 'Toleranz 0,3 mm'],
    ['Fugen abdichten, ohne dass Wasser eindringt.', 'abdichten', 'waterproof', 'Fugen', '', 'ohne dass Wasser eindringt'],
    ['Anträge bis zum Fünften einreichen.', 'einreichen', 'submit', 'Anträge', '', 'bis zum Fünften'],
  ])('%s', (text, ...expected) => expect(row(outcomesOf(text)[0]!)).toEqual(expected))

  test('verbs joined by und make an outcome each with its own object, and one with a shared one', () => {
    expect(outcomesOf('Sie baut den Filter aus und trägt das Datum ein.').map((one) => row(one).slice(0, 3))).toEqual([
      ['ausbauen', 'dismantle', 'Filter'],
      ['eintragen', 'fill-in', 'Datum'],
    ])
    expect(outcomesOf('Reinigung und Desinfektion von Wannen.').map((one) => one.object.value.de)).toEqual(['Wannen'])
    expect(outcomesOf('Kartons falten, kleben und stapeln.').map((one) => one.object.value.de)).toEqual(['Kartons'])
  })
  test('a pronoun stands for what was named before', () => {
    expect(outcomesOf('Er nimmt die Kassette heraus und reinigt sie.').map((one) => [one.object.value.de, one.object.from.kind])).toEqual([
      ['Kassette', 'span'],
      ['Kassette', 'default'],
    ])
  })
  test('a figure is read with decimal comma and number words', () => {
    const measure = (text: string) => outcomesOf(text)[0]?.standard?.value.measure
    expect(measure('Wellen schleifen, Rundlauf höchstens 0,005 mm.')).toEqual({ op: '<=', value: 0.005, unit: 'mm' })
    expect(measure('Mindestens 1.500 Briefe pro Stunde sortieren.')).toEqual({ op: '>=', value: 1500, unit: 'pcs/h' })
    expect(measure('Den Akku in einer halben Stunde tauschen.')).toEqual({ op: '<=', value: 0.5, unit: 'h' })
    expect(measure('Brote in fünfundzwanzig Minuten backen.')).toEqual({ op: '<=', value: 25, unit: 'min' })
    expect(measure('Kisten bis 20 kg heben.')).toBeUndefined()
  })
  test('to do it alone shows', () => {
    expect(outcomesOf('Rechnet die Löhne allein ab.').map((one) => [one.independent, one.level.value])).toEqual([[true, 5]])
    expect(outcomesOf('Rechnet die Löhne unter Anleitung ab.').map((one) => [one.independent, one.level.value])).toEqual([[false, 2]])
  })
  test('the sentence is composed in German alone, the verb at the end', () => {
    expect(outcomesOf('Bei Frost die Ventile binnen zehn Minuten schließen.')[0]?.text).toEqual({ de: 'Bei Frost Ventile schließen, binnen zehn Minuten' })
  })
})

describe('what a German clause is', () => {
  test.each([
    ['Keiner kann mehr eine Gehrung sägen.', 'task', 1],
    ['Unsere Leute sind mit der Rohrbiegemaschine überfordert.', 'noise', 0],
    ['Schön wäre, wenn einer die Fugen abdichten könnte.', 'task', 1],
    ['Überstunden werden bezahlt, Kantine im Haus.', 'offer', 0],
    ['Kaffee kochen und Obst schneiden.', 'task', 2],
    ['Gutscheine prüfen.', 'task', 1],
    ['Geduldig, ehrlich und pünktlich.', 'trait', 0],
    ['Abgeschlossene Ausbildung als Dachdecker.', 'requirement', 0],
    ['Führerschein nicht erforderlich.', 'requirement', 0],
    ['Kochen muss sie nicht.', 'task', 0],
    ['Niemals die Schutzhaube öffnen.', 'task', 0],
    ['Wo liegt eigentlich der Schlauch?', 'noise', 0],
    ['Gestern ist schon wieder der Strom ausgefallen.', 'noise', 0],
  ])('%s: %s, %i outcomes', (text, kind, outcomes) => {
    const statements = read(text)
    expect(statements.map((one) => one.kind)).toEqual([kind])
    expect(statements.flatMap((one) => one.outcomes).length).toBe(outcomes)
  })
  test('why something is not needed is no task', () => {
    expect(read('Schweißen muss er nicht, das macht die Schlosserei.').flatMap((one) => one.outcomes)).toEqual([])
  })
})

test.each([
  ['prüfen', 'prüft', 'geprüft'],
  ['öffnen', 'öffnet', 'geöffnet'],
  ['zeichnen', 'zeichnet', 'gezeichnet'],
  ['wechseln', 'wechselt', 'gewechselt'],
  ['montieren', 'montiert', 'montiert'],
  ['messen', 'misst', 'gemessen'],
  ['verbinden', 'verbindet', 'verbunden'],
  ['bearbeiten', 'bearbeitet', 'bearbeitet'],
  ['lernen', 'lernt', 'gelernt'],
])('%s, er %s, hat %s', (base, third, participle) => {
  expect(formsOf(base).finite).toContain(third)
  expect(formsOf(base).participles).toEqual([participle])
})
