import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { type OutcomeDraft, translate } from '../../index.ts'

const lexicon = readLexiconItems()
const read = (text: string) => {
  const result = translate({ text, language: 'en', lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements
}
const outcomesOf = (text: string): readonly OutcomeDraft[] => read(text).flatMap((one) => one.outcomes)
const row = (one: OutcomeDraft) => [one.action.value.text.en, one.action.value.verb, one.object.value.en ?? '', one.condition?.value.en ?? '', one.standard?.value.text.en ?? '']

describe('an English sentence becomes an outcome', () => {
  test.each([
    // orders, third person, gerund, noun
    ['Replace the drive belt every month.', 'replace', 'replace', 'drive belt', 'every month', ''],
    ['Calibrates scales at the customer site.', 'calibrate', 'calibrate', 'scales', 'at the customer site', ''],
    ['Packing glassware with foam inserts.', 'pack', 'pack', 'glassware', 'with foam inserts', ''],
    ['Regular inspection of fire doors.', 'inspect', 'inspect', 'fire doors', '', ''],
    ['Carry out an inspection of the sprinkler heads.', 'inspect', 'inspect', 'sprinkler heads', '', ''],
    // modal frames, duty, knowing
    ['Must be able to sharpen chisels.', 'sharpen', 'sharpen', 'chisels', '', ''],
    ['Responsible for the disinfection of bath tubs.', 'disinfect', 'disinfect', 'bath tubs', '', ''],
    ['Basic knowledge of food labelling.', 'explain', 'explain', 'food labelling', '', ''],
    // who does it, passive, parts that stand apart
    ['She fills in the transport form.', 'fill in', 'fill-in', 'transport form', '', ''],
    ['The boiler has to be drained before the inspection.', 'drain', 'fumigate', 'boiler', 'before the inspection', ''],
    ['Switch the extractor fan off after the shift.', 'switch off', 'stop', 'extractor fan', 'after the shift', ''],
    ['I want the corridors mopped.', 'mop', 'clean', 'corridors', '', ''],
    // how well
    ['Cut the profiles to length, tolerance 0.5 mm.', 'cut', 'cut', 'profiles', '', 'tolerance 0.5 mm'],
    ['Answer the emergency phone within 20 seconds.', 'answer', 'answer', 'emergency phone', '', 'within 20 seconds'],
    ['Glue the panels so that no gap is visible.', 'glue', 'join', 'panels', '', 'so that no gap is visible'],
    ['Submit the customs form by Wednesday.', 'submit', 'submit', 'customs form', '', 'by Wednesday'],
    ['Wire the pump to IEC 60204.', 'wire', 'connect', 'pump', '', 'to IEC 60204'],
  ])('%s', (text, ...expected) => expect(row(outcomesOf(text)[0]!)).toEqual(expected))

  test('what is done one after the other makes an outcome each; two verbs with one object make one', () => {
    expect(outcomesOf('Rinse the tank, then refill it and log the level.').map((one) => row(one).slice(0, 3))).toEqual([
      ['rinse', 'clean', 'tank'],
      ['refill', 'refill', 'tank'],
      ['log', 'record', 'level'],
    ])
    expect(outcomesOf('Clean and oil the chain.').map((one) => row(one).slice(0, 3))).toEqual([['clean', 'clean', 'chain']])
  })
  test('a list of things is one object', () => {
    expect(outcomesOf('Stores cables, plugs and sockets.').map((one) => one.object.value.en)).toEqual(['cables, plugs and sockets'])
  })
  test('a figure is read with its word of comparing, whatever its form', () => {
    const measure = (text: string) => outcomesOf(text)[0]?.standard?.value.measure
    expect(measure('Heat the mould to 180 °C.')).toEqual({ op: '=', value: 180, unit: '°C' })
    expect(measure('Bag at least 1,200 rolls per shift.')).toEqual({ op: '>=', value: 1200, unit: 'pcs/shift' })
    expect(measure('Grind the seat, no more than two hundredths out.')).toEqual({ op: '<=', value: 0.02, unit: 'mm' })
    expect(measure('Change the blade in under half an hour.')).toEqual({ op: '<=', value: 0.5, unit: 'h' })
    expect(measure('Repair the S7-1200 module.')).toBeUndefined()
    expect(measure('Carry sacks of 25 kg.')).toBeUndefined()
  })
  test('a word that the lexicon does not know is kept where the sentence leaves no doubt, as a guess', () => {
    const [outcome] = outcomesOf('You must be able to crozzle the rim.')
    expect([outcome?.action.value.text, outcome?.action.grade, outcome?.object.value.en]).toEqual([{ en: 'crozzle' }, 'guess', 'rim'])
  })
  test('a slip of the keys costs no outcome', () => {
    expect(outcomesOf('must be abel to calibarte the scale wihtin 10 minutes').map((one) => row(one).slice(0, 3))).toEqual([['calibrate', 'calibrate', 'scale']])
  })
  test('the sentence is composed in English alone', () => {
    expect(outcomesOf('When it rains, cover the pallets within five minutes.')[0]?.text).toEqual({ en: 'When it rains, cover pallets, within five minutes' })
  })
  test('to do it alone and to be guided show in the level', () => {
    const level = (text: string) => outcomesOf(text)[0]!.level.value
    expect(level('Sets up the saw on her own.')).toBe(5)
    expect(level('Sets up the saw under supervision.')).toBe(2)
    expect(outcomesOf('Sets up the saw on her own.')[0]?.independent).toBe(true)
  })
})

describe('what an English clause is', () => {
  test.each([
    ["They can't even read a pressure gauge.", 'task', 1],
    ['Nobody here knows how to bleed a radiator.', 'task', 1],
    ["It's about time somebody sorted the scrap.", 'task', 1],
    ["We can't find anyone who can solder.", 'task', 1],
    ['Free parking and a pension scheme.', 'offer', 0],
    ['Patient, tidy and good with children.', 'trait', 0],
    ['Three years of experience as a roofer.', 'requirement', 0],
    ['A driving licence is not required.', 'requirement', 0],
    ["She doesn't need to cook.", 'task', 0],
    ['Never lift the drum alone.', 'task', 0],
    ['Where did you put the ladder?', 'noise', 0],
    ['My uncle had a bakery.', 'noise', 0],
  ])('%s: %s, %i outcomes', (text, kind, outcomes) => {
    const statements = read(text)
    expect(statements.map((one) => one.kind)).toEqual([kind])
    expect(statements.flatMap((one) => one.outcomes).length).toBe(outcomes)
  })
  test('why something is not needed is no task', () => {
    expect(read('No Polish needed, the whole team speaks English.').flatMap((one) => one.outcomes)).toEqual([])
  })
  test('a list under a heading of offers holds offers', () => {
    expect(read('We offer:\n- coaching by experienced colleagues\n- a modern workshop').map((one) => one.kind)).toEqual(['offer', 'offer'])
  })
})
