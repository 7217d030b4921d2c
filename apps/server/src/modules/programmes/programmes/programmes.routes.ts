import { gaps, majors, matrices, programmes, teachingRecords, units } from '@guildhall/contract/programmes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { getGap, getMatrix } from '../gaps/gaps.queries.ts'
import { addMajor, changeMajor, getMajor, listMajors } from '../majors/majors.service.ts'
import { addTeachingRecord, listTeachingRecords, withdrawTeachingRecord } from '../teaching-records/teaching-records.service.ts'
import { sayUnitsCarryNone } from '../units/carry-none.service.ts'
import { describeUnit, suggestOutcomes } from '../units/units.service.ts'
import { getProgramme, listProgrammes } from './programmes.queries.ts'
import { putInForce, rollOver } from './programmes.service.ts'
import { checkSheet, exportSheet, takeSheet } from './sheet.service.ts'

export function mountProgrammeEndpoints(app: FastifyInstance): void {
  mount(app, majors.list, ({ ctx, query }) => listMajors(ctx, query))
  mount(app, majors.one, ({ ctx, params }) => getMajor(ctx, params.id))
  mount(app, majors.add, ({ ctx, body }) => addMajor(ctx, body))
  mount(app, majors.change, ({ ctx, params, body }) => changeMajor(ctx, params.id, body))
  mount(app, programmes.list, ({ ctx, query }) => listProgrammes(ctx, query))
  mount(app, programmes.one, ({ ctx, params }) => getProgramme(ctx, params.id))
  mount(app, programmes.check, ({ ctx, body, file }) => checkSheet(ctx, file, body))
  mount(app, programmes.take, ({ ctx, body }) => takeSheet(ctx, body))
  mount(app, programmes.export, async ({ ctx, params, reply }) => {
    const { name, bytes } = await exportSheet(ctx, params.id)
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(Buffer.from(bytes))
  })
  mount(app, programmes.rollOver, ({ ctx, params, body }) => rollOver(ctx, params.id, body.cohort))
  mount(app, programmes.putInForce, ({ ctx, params }) => putInForce(ctx, params.id))
  mount(app, units.suggest, ({ ctx, params }) => suggestOutcomes(ctx, params.id))
  mount(app, units.carryNone, ({ ctx, params, body }) => sayUnitsCarryNone(ctx, params.id, body))
  mount(app, units.describe, ({ ctx, params, body }) => describeUnit(ctx, params.id, body))
  mount(app, teachingRecords.list, ({ ctx, query }) => listTeachingRecords(ctx, query))
  mount(app, teachingRecords.add, ({ ctx, body }) => addTeachingRecord(ctx, body))
  mount(app, teachingRecords.withdraw, ({ ctx, params }) => withdrawTeachingRecord(ctx, params.id))
  mount(app, gaps.ofProgramme, ({ ctx, params, query }) => getGap(ctx, params.id, query))
  mount(app, matrices.ofProgramme, ({ ctx, params, query }) => getMatrix(ctx, params.id, query))
}
