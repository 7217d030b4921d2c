export {
  type CalendarConflict,
  type CalendarFault,
  type CalendarTerm,
  type CollegeCalendar,
  calendarConflicts,
  calendarFaults,
  checkCalendar,
  conflictsOf,
  type DateRange,
  type DayKind,
  dayKind,
  dayKinds,
  type ExchangedWorkday,
  isTeachingDay,
  overlapOf,
  rangeOfWeek,
  teachingDays,
  teachingWeeks,
  timetableDay,
  type WeekOfTerm,
  weekOf,
} from './calendar.ts'
export {
  checkCitizenId,
  checkCreditCode,
  type CodeFault,
  codeFaults,
  creditCheckDigit,
  findBirthDate,
  idCheckDigit,
  toHalfWidth,
  toPlainCode,
} from './credit-code.ts'
export { addDays, dateOfDay, dayNumber, findDate, type Instant, type PlainDate, toDate, weekday } from './date.ts'
export { type Id, isId, makeId, toId } from './id.ts'
export {
  type ContentLanguage,
  contentLanguages,
  findText,
  type InterfaceLanguage,
  interfaceLanguages,
  type LocalizedText,
  type ReadText,
  toContentLanguage,
} from './language.ts'
export { type Level, levels, toLevel } from './level.ts'
export { accepted, assertNever, type Reason, type Result, refused } from './reason.ts'
