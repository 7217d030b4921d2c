import type { Class, classes } from '@guildhall/contract/directory'
import type { Answer } from '@guildhall/contract/http'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { ownCollege } from '../departments/own-college.ts'
import { classThing } from './classes.thing.ts'

const rows = (trx: Trx) =>
  trx
    .selectFrom('classes')
    .leftJoin('majors', (join) => join.onRef('majors.homeId', '=', 'classes.homeId').onRef('majors.id', '=', 'classes.majorId'))
    .leftJoin('departments', (join) => join.onRef('departments.homeId', '=', 'classes.homeId').onRef('departments.id', '=', 'classes.departmentId'))
    .leftJoin('people', 'people.id', 'classes.classTeacherId')
    .select([
      'classes.id', 'classes.homeId', 'classes.name', 'classes.cohort', 'classes.archivedAt', 'majors.id as majorId', 'majors.name as majorName', 'departments.id as departmentId', 'departments.name as departmentName',
      'people.id as teacherId', 'people.name as teacherName',
      sql<number>`(select count(*)::int from learners l where l.home_id = classes.home_id and l.class_id = classes.id and l.status in ('enrolled', 'on-leave'))`.as('learners'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (ctx: Context, row: Row): Class => ({
  id: row.id, name: row.name, cohort: row.cohort, learners: row.learners, archivedAt: row.archivedAt,
  major: row.majorId && row.majorName ? { id: row.majorId, name: row.majorName } : null,
  department: row.departmentId && row.departmentName ? { id: row.departmentId, name: row.departmentName } : null,
  teacher: row.teacherId && row.teacherName ? { id: row.teacherId, name: row.teacherName } : null,
  allowed: allowedOf(classThing.rights, ctx.actor, { college: row.homeId }).filter((action) => action !== 'archive' || !row.archivedAt),
})

export async function listClasses(ctx: Context, asked: z.output<typeof classes.list.query>): Promise<Answer<typeof classes.list>> {
  const narrowed = await findIds(ctx, asked.q, classThing.kind)
  return look(ctx, async (trx) => {
    let query = rows(trx).where('classes.homeId', '=', ownCollege(ctx)).where('classes.archivedAt', asked.archived === 'yes' ? 'is not' : 'is', null)
    if (asked.cohort !== undefined) query = query.where('classes.cohort', '=', asked.cohort)
    if (asked.majorId) query = query.where('classes.majorId', '=', asked.majorId)
    if (asked.departmentId) query = query.where('classes.departmentId', '=', asked.departmentId)
    if (asked.mine) query = query.where('classes.classTeacherId', '=', signatureOf(ctx.actor).personId ?? noId)
    if (narrowed) query = query.where('classes.id', 'in', narrowed.length ? narrowed : [noId])
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { name: 'classes.name', cohort: 'classes.cohort' }, defaultSort: 'name', id: 'classes.id', keys: (row, sort) => [sort === 'cohort' ? row.cohort : row.name, row.id] })
    return { items: page.rows.map((row) => present(ctx, row)), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

export async function readClass(ctx: Context, trx: Trx, id: string): Promise<Class> {
  const row = await rows(trx).where('classes.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(ctx, row)
}

export const getClass = (ctx: Context, id: string): Promise<Class> => look(ctx, (trx) => readClass(ctx, trx, id))
