import { secondOpinions } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import type { Engine } from '../../translation/index.ts'
import { askSecondOpinion, previewSecondOpinion } from './second-opinion.service.ts'

export function mountSecondOpinions(app: FastifyInstance, engine: Engine): void {
  mount(app, secondOpinions.preview, ({ ctx, params }) => previewSecondOpinion(ctx, engine, params.id))
  mount(app, secondOpinions.ask, ({ ctx, params }) => askSecondOpinion(ctx, engine, params.id))
}
