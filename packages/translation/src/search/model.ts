import { type Sections, type SectionArray, section } from './sections.ts'

/** What was learnt: weights of the features for the order, and for `sure` the weights of its own features and a threshold on them. */
export type Model = Readonly<{ weights: Float64Array; sure: Float64Array; threshold: number }>

export const modelSections = (model: Model): [string, SectionArray][] => [
  ['model.weights', model.weights],
  ['model.sure', model.sure],
  ['model.threshold', Float64Array.of(model.threshold)],
]

export const openModel = (sections: Sections): Model => ({
  weights: section<Float64Array>(sections, 'model.weights'),
  sure: section<Float64Array>(sections, 'model.sure'),
  threshold: section<Float64Array>(sections, 'model.threshold')[0]!,
})
