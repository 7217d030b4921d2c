import { contentLanguages, interfaceLanguages, type LocalizedText } from '@guildhall/kernel'
import { z } from 'zod'

export const Id = z.uuid()
export const ById = z.object({ id: Id })
export const ContentLanguage = z.enum(contentLanguages)
export const InterfaceLanguage = z.enum(interfaceLanguages)
/** A day of a life with work in it: what lies outside is a slip of the hand, and year 0 is a day that no calendar of ours knows. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01', { message: 'day-out-of-reach' })
export const Moment = z.iso.datetime({ offset: true })

/** Text people entered; at least one language. Written out so that an absent language stays absent. */
export const LocalizedTextSchema = z
  .object({ zh: z.string().trim().min(1).max(4000).optional(), en: z.string().trim().min(1).max(4000).optional(), de: z.string().trim().min(1).max(4000).optional() })
  .transform((text) => Object.fromEntries(Object.entries(text).filter(([, value]) => value)) as LocalizedText) // safe: only the three languages can be in it
  .refine((text) => Object.keys(text).length > 0, { message: 'text-needed' })

/** The same in answers: may be empty. */
export const LocalizedTextOut = z.object({ zh: z.string().optional(), en: z.string().optional(), de: z.string().optional() })

/** A thing of any kind as a chip: enough to show it and to go there. */
export const ThingRef = z.object({ kind: z.string(), id: Id, number: z.string().nullable(), title: LocalizedTextOut, url: z.string() }).meta({ id: 'ThingRef' })
export type ThingRef = z.infer<typeof ThingRef>

export const ReasonOut = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(), source: z.string().optional() }).meta({ id: 'Reason' })

/** Nothing to say but that it was done. */
export const Done = z.object({ ok: z.literal(true) }).meta({ id: 'Done' })
