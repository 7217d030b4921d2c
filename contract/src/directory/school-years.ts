import { dayKinds } from '@guildhall/kernel'
import { z } from 'zod'
import { ById, Day, endpoint, Id, listQuery, pageOf } from '../http/index.ts'

/** The calendar of a school year in the shape of the kernel's: terms with exam weeks, holidays, exchanged workdays. */
export const Calendar = z
  .object({
    terms: z.array(z.object({ key: z.string().trim().min(1).max(20), from: Day, to: Day, examWeeks: z.array(z.number().int().min(1).max(60)).max(20) })).max(12),
    holidays: z.array(z.object({ from: Day, to: Day, name: z.string().trim().min(1).max(60).optional() })).max(60),
    workdays: z.array(z.object({ date: Day, as: Day.optional() })).max(60),
    teachingWeekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).optional(),
    countsHolidayWeeks: z.boolean().optional(),
  })
  .meta({ id: 'Calendar' })
export type Calendar = z.infer<typeof Calendar>

export const SchoolYearRow = z.object({ id: Id, name: z.string(), starts: Day, ends: Day, terms: z.number().int(), isCurrent: z.boolean() }).meta({ id: 'SchoolYearRow' })
export type SchoolYearRow = z.infer<typeof SchoolYearRow>

export const SchoolYear = SchoolYearRow.extend({ calendar: Calendar, version: z.number().int(), allowed: z.array(z.string()) }).meta({ id: 'SchoolYear' })
export type SchoolYear = z.infer<typeof SchoolYear>

/** A week of a term, Monday to Sunday: its number, what each day is, which holidays lie in it. */
export const Week = z
  .object({ term: z.string(), week: z.number().int().nullable(), from: Day, to: Day, isExam: z.boolean(), teachingDays: z.number().int(), days: z.array(z.enum(dayKinds)).length(7), holidays: z.array(z.string()), workdays: z.array(Day) })
  .meta({ id: 'Week' })
export type Week = z.infer<typeof Week>

const fields = { name: z.string().trim().min(1).max(40), starts: Day, ends: Day, calendar: Calendar }

export const schoolYears = {
  list: endpoint({ method: 'GET', path: '/api/v1/school-years', access: 'session', summary: 'School years of my college', query: listQuery({ sort: ['starts'], filters: {} }), answer: pageOf(SchoolYearRow.extend({ allowed: z.array(z.string()) })) }),
  one: endpoint({ method: 'GET', path: '/api/v1/school-years/:id', access: 'session', summary: 'One school year with its calendar', params: ById, answer: SchoolYear }),
  weeks: endpoint({ method: 'GET', path: '/api/v1/school-years/:id/weeks', access: 'session', summary: 'The weeks of a school year', params: ById, answer: z.object({ items: z.array(Week) }) }),
  add: endpoint({ method: 'POST', path: '/api/v1/school-years', access: 'session', summary: 'Add a school year with its calendar', body: z.object(fields), answer: SchoolYear, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/school-years/:id', access: 'session', summary: 'Change a school year', params: ById, body: z.object(fields).partial().extend({ version: z.number().int() }), answer: SchoolYear }),
}
