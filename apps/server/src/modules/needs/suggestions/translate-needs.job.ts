import { NeedFilter } from '@guildhall/contract/needs'
import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { z } from 'zod'
import { can } from '../../../platform/access/relations.ts'
import { type Context, newId, type Report } from '../../../platform/context.ts'
import { act, json, look } from '../../../platform/database/doors.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { findActingPerson } from '../../identity/index.ts'
import { createEngine, type Engine, type RememberedDecision, storeTaxonomies, type Translated, versionWith } from '../../translation/index.ts'
import { listRemembered, listShared } from '../workbench/workbench.queries.ts'
import { isWaiting, receipts, type Versions } from './suggestions.queries.ts'
import { suggestionRights } from './suggestions.thing.ts'

/** Needs of one transaction. */
const needsAtOnce = 10
/** Needs of one job: then it goes to the end of the queue, so that mails and imports of others have their turn. */
const needsOfJob = 1000
/** So often somebody may cancel while the engine works on one chunk, or builds an index for minutes. */
const heartbeat = 2000

const Data = z.object({ personId: z.uuid(), homeId: z.uuid(), filter: NeedFilter })
type Data = z.output<typeof Data>
type Waiting = Readonly<{ needId: string; text: string; language: string; homeId: string }>

/**
 * The engine reads many needs before anybody opens them, and keeps what it proposes where the workbench keeps it. It marks nothing as read and decides nothing.
 * What is read is no longer waiting: run twice, killed or cancelled, it goes on where it stood.
 */
export const translateNeedsJob = defineJob({
  name: 'translate-needs',
  schema: Data,
  run: async (ctx, data, report) => {
    // An engine of its own, so that who opens a need on the workbench does not queue behind thousands.
    const engine = createEngine({ behind: true })
    try {
      return await translateNeeds(ctx, engine, data, report)
    } finally {
      await engine.close()
    }
  },
})

async function translateNeeds(ctx: Context, engine: Engine, data: Data, report: Report) {
  const taxonomiesOf = await storeTaxonomies(ctx.house)
  const versions = Object.fromEntries(contentLanguages.map((language) => [language, versionWith(taxonomiesOf(language))])) as Versions // safe: of all three languages
  const left = await countWaiting(ctx, data, versions)
  let [done, suggested, failed, after] = [0, 0, 0, '']
  const tell = () => report({ done, total: left })
  while (done < needsOfJob) {
    const acting = await asPerson(ctx, data)
    if (!acting) return { suggested, failed, stopped: true }
    const rows = await nextWaiting(acting, data.filter, versions, after)
    if (!rows.length) return { suggested, failed }
    const memory = await memoryOf(acting, rows)
    const asked = Promise.all(
      rows.map(async ({ needId, text, homeId, language }) => {
        const spoken = language as ContentLanguage // safe: a CHECK holds the languages
        const translation = await engine.translate({ text, language: spoken, enterpriseId: homeId, decisions: memory.get(homeId) ?? [], taxonomies: taxonomiesOf(spoken), now: acting.now }).catch((error: Error) => {
          ctx.house.log('warn', 'the engine could not read a need', { id: needId, error: error.message })
        })
        return translation ? [{ needId, translation, version: versions[spoken] }] : []
      }),
    )
    const made = (await whileAlive(asked, tell)).flat()
    failed += rows.length - made.length
    suggested += await keep(acting, versions, made)
    done += rows.length
    after = rows.at(-1)?.needId ?? after
    await tell()
  }
  if (left > done) await sendNext(ctx, data)
  return { suggested, failed, left: left - done }
}

/** The job's context as the person who asked, with the rights that they have now. */
async function asPerson(ctx: Context, { personId, homeId }: Data): Promise<Context | undefined> {
  const actor = await findActingPerson(ctx.house, { personId, organisationId: homeId })
  return actor && can(suggestionRights, 'make', actor, {}) ? { ...ctx, actor, now: ctx.house.clock.now() } : undefined
}

async function countWaiting(ctx: Context, data: Data, versions: Versions): Promise<number> {
  const acting = await asPerson(ctx, data)
  if (!acting) return 0
  return look(acting, async (trx) => Number((await receipts(acting, trx, data.filter).select((eb) => eb.fn.countAll<string>().as('n')).where(isWaiting(versions)).executeTakeFirstOrThrow()).n))
}

/** In the order of their ids: one that the engine cannot read is passed over, and not met again in this run. */
const nextWaiting = (ctx: Context, filter: NeedFilter, versions: Versions, after: string): Promise<Waiting[]> =>
  look(ctx, (trx) => {
    let query = receipts(ctx, trx, filter).select(['needReceipts.needId', 'needs.text', 'needs.language', 'needs.homeId']).where(isWaiting(versions))
    if (after) query = query.where('needReceipts.needId', '>', after)
    return query.orderBy('needReceipts.needId').limit(needsAtOnce).execute()
  })

/** What people decided about the words of these enterprises, as the workbench asks it. */
async function memoryOf(ctx: Context, rows: readonly Waiting[]): Promise<Map<string, RememberedDecision[]>> {
  const memory = new Map<string, RememberedDecision[]>()
  for (const enterprise of new Set(rows.map((row) => row.homeId))) memory.set(enterprise, [...(await look(ctx, (trx) => listRemembered(trx, enterprise))), ...(await listShared(ctx, enterprise))])
  return memory
}

/** Writes the proposals, except where a person came first meanwhile. Answers how many were written. */
const keep = (ctx: Context, versions: Versions, made: readonly Readonly<{ needId: string; translation: Translated; version: string }>[]): Promise<number> =>
  act(ctx, async (trx) => {
    let kept = 0
    for (const { needId, translation, version } of made) {
      const row = await receipts(ctx, trx, {}).select('needReceipts.id').where('needReceipts.needId', '=', needId).where(isWaiting(versions)).forUpdate('needReceipts').executeTakeFirst()
      if (!row) continue
      await trx.updateTable('needReceipts').set({ translation: json(translation), engineVersion: version, suggestedAt: ctx.now }).where('id', '=', row.id).execute()
      kept++
    }
    return kept
  })

const sendNext = async (ctx: Context, data: Data): Promise<void> => {
  const acting = await asPerson(ctx, data)
  if (acting) await act(acting, (trx) => ctx.house.jobs.send(acting, trx, translateNeedsJob, data, { key: `translate-needs:next:${newId(acting)}` }))
}

/** Waits for work, and tells that it lives: who cancels is heard within seconds. */
async function whileAlive<T>(work: Promise<T>, tell: () => Promise<void>): Promise<T> {
  const none = Symbol('not yet')
  // Where a cancel ends the waiting, nobody listens to the work any more.
  work.catch(() => undefined)
  for (;;) {
    let timer: NodeJS.Timeout | undefined
    const pause = new Promise<typeof none>((resolve) => {
      timer = setTimeout(() => resolve(none), heartbeat)
    })
    const first = await Promise.race([work, pause])
    clearTimeout(timer)
    if (first !== none) return first as T // safe: the only other thing that is raced
    await tell()
  }
}
