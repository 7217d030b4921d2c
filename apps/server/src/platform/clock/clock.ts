import crypto from 'node:crypto'
import { type Id, type Instant, makeId, type PlainDate, toDate } from '@guildhall/kernel'

/** The only clock. Tests and seeds bring their own. */
export type Clock = Readonly<{ now: () => Instant }>

export const systemClock: Clock = { now: () => new Date().toISOString() as Instant } // safe: this is the form of an Instant

/** A clock that stands at a moment until it is set on. */
export function fixedClock(start: string): Clock & { set: (to: string) => void } {
  let at = new Date(start).toISOString() as Instant
  return { now: () => at, set: (to) => { at = new Date(to).toISOString() as Instant } }
}

let lastMillisecond = 0
let inMillisecond = 0
/**
 * A new id at a moment. Ids made within one millisecond of one process keep their order (RFC 9562 § 6.2, method 1),
 * so that rows written by one act sort as they were written.
 */
export function newIdAt<Kind extends string>(now: Instant): Id<Kind> {
  const milliseconds = Date.parse(now)
  const random = crypto.randomBytes(10)
  inMillisecond = milliseconds === lastMillisecond ? inMillisecond + 1 : 0
  lastMillisecond = milliseconds
  random.writeUInt16BE(inMillisecond & 0x0fff, 0)
  return makeId<Kind>(milliseconds, random)
}

/** The day of a moment in a time zone, `Asia/Shanghai` unless the organisation says otherwise. */
export const dayOf = (moment: Instant, timeZone = 'Asia/Shanghai'): PlainDate => toDate(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment)))
