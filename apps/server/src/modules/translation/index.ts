import { languageModel, quality, translations } from '@guildhall/contract/translation'
import { findDiscrimination } from '@guildhall/translation'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../platform/http/mount.ts'
import { readUpload } from './documents/read-upload.ts'
import { type Engine, engineVersion } from './engine/engine.ts'
import { agreeToModel, readLanguageModel, revokeModel } from './language-model/language-model.service.ts'
import { mountOutcomes } from './outcomes/outcomes.routes.ts'
import { readQuality } from './quality/quality.ts'

export { createEngine, type Engine, engineVersion, type RememberedDecision, type Translated, versionWith } from './engine/engine.ts'
export { findStoredTaxonomies, storeTaxonomies } from './engine/stored-taxonomies.ts'
export { prepareTitlesJob } from './engine/prepare-titles.job.ts'
export { findTitleShelves, type TitleShelf, type TitleTaxonomy } from './engine/title-taxonomies.ts'
export { askModel, type ModelSettings } from './language-model/ask-model.ts'
export { countToday, findAgreedModel } from './language-model/language-model.service.ts'
export { readLexicon } from './engine/lexicon-files.ts'
export { textKeyOf } from './outcomes/outcome-text.ts'
export { listLike, listOutcomes } from './outcomes/outcomes.queries.ts'
export { createOutcome } from './outcomes/outcomes.service.ts'
export { type Fields as OutcomeFieldsGiven, markOutcomeWithdrawn } from './outcomes/outcomes.store.ts'
export { outcomeThing } from './outcomes/outcomes.thing.ts'
export { sayToEmployer } from './outcomes/says.ts'

/** Outcomes of a college, and a place to try the engine. */
export function mountTranslation(app: FastifyInstance, engine: Engine): void {
  mountOutcomes(app)
  mount(app, quality.figures, async () => ({ engine: engineVersion, items: [...readQuality()] }))
  mount(app, translations.try, async ({ ctx, body }) => {
    const translation = await engine.translate({ text: body.text, language: body.language, now: ctx.now })
    return { translation, findings: findDiscrimination(body.text, translation.language), engine: engineVersion } as never // the engine's shapes are the schema's; the gate compares them
  })
  mount(app, languageModel.state, ({ ctx }) => readLanguageModel(ctx))
  mount(app, languageModel.agree, ({ ctx, body }) => agreeToModel(ctx, body))
  mount(app, languageModel.revoke, ({ ctx }) => revokeModel(ctx))
  mount(app, translations.document, ({ file }) => readUpload(file))
}
