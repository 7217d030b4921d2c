import { classes, genders, learnerStatuses, learners, organisationKinds, organisations, providerKinds, sizes, vettingStates } from '@guildhall/contract/directory'
import { type ExportListName, exportLists } from '@guildhall/contract/exchange'
import { needSources, needs, occupationTaxonomyCodes, receiptStatuses, trusts, visits } from '@guildhall/contract/needs'
import { changeProposals, majorLevels, majors, programmeStates, programmes, proposalStatuses } from '@guildhall/contract/programmes'
import { outcomeKinds, outcomes } from '@guildhall/contract/translation'
import { contentLanguages } from '@guildhall/kernel'
import type { WordKey } from '@guildhall/words'
import type { FieldKind, ImportField } from '../../../platform/exchange-io/import-fields.ts'
import { choicesOf, labelsOf } from '../../../platform/exchange-io/labels.ts'
import { listClasses, listLearners, listOrganisations } from '../../directory/index.ts'
import { listNeeds, listVisits } from '../../needs/index.ts'
import { listMajors, listProgrammes, listProposals } from '../../programmes/index.ts'
import { listOutcomes } from '../../translation/index.ts'
import { defineExportList, type ExportList } from './export-list.ts'
import { majorField } from './majors-of.ts'

const column = (key: string, word: WordKey, kind: FieldKind = 'text', width?: number): ImportField => ({ key, labels: labelsOf(word), kind, ...(width ? { width } : {}) })
const choice = <const Value extends string>(key: string, word: WordKey, values: readonly Value[], keyOf: (value: Value) => WordKey): ImportField => ({ key, labels: labelsOf(word), kind: 'choice', choices: choicesOf(values, keyOf) })

// Columns of registers that can be imported bear the names by which the import knows them.
const lists: Readonly<Record<ExportListName, ExportList>> = {
  organisations: defineExportList({
    name: 'organisations', query: organisations.list.query, list: listOrganisations,
    fields: [
      column('number', 'directory.number', 'code'), column('name', 'directory.name', 'text', 32), choice('kind', 'directory.kind', organisationKinds, (kind) => `directory.kind.${kind}`), column('shortName', 'directory.short-name'),
      column('creditCode', 'directory.credit-code', 'uscc'), choice('providerKind', 'directory.provider', providerKinds, (kind) => `directory.provider.${kind}`), choice('size', 'directory.size', sizes, (size) => `directory.size.${size}`),
      column('industry', 'directory.industry'), column('region', 'directory.region'), choice('vetting', 'directory.vetting', vettingStates, (state) => `directory.vetting.${state}`),
    ],
    values: ({ number, name, kind, shortName, creditCode, providerKind, size, industry, region, vetting }, { text }) => ({
      number, name: text(name), kind, shortName: shortName ?? undefined, creditCode: creditCode ?? undefined, providerKind: providerKind ?? undefined, size: size ?? undefined, industry: industry ?? undefined, region: text(region?.name), vetting: vetting ?? undefined,
    }),
  }),
  needs: defineExportList({
    name: 'needs', query: needs.list.query, list: listNeeds,
    fields: async (ctx) => [
      column('number', 'needs.number', 'code'), column('enterprise', 'needs.enterprise', 'text', 28), column('words', 'needs.words', 'text', 60), column('saidOn', 'needs.said-on', 'date'), column('post', 'needs.post'), ...occupationTaxonomyCodes.map((code) => column(`occupation-${code}`, `titles.occupation-${code}`, 'text', 28)),
      choice('language', 'needs.language', contentLanguages, (language) => `language.${language}`), choice('source', 'needs.source', needSources, (source) => `needs.source.${source}`), choice('trust', 'needs.trust', trusts, (trust) => `needs.trust.${trust}`),
      choice('status', 'needs.status', receiptStatuses, (status) => `needs.status.${status}`), await majorField(ctx), column('outcomes', 'needs.outcomes', 'number'), column('receivedAt', 'needs.received-at', 'date'),
    ],
    values: (row, { text, day }) => ({
      number: row.number, enterprise: text(row.enterprise.name), words: row.text, saidOn: row.saidOn, post: row.post ?? undefined, ...Object.fromEntries(row.occupations.map((one) => [`occupation-${one.taxonomy}`, [one.notation, text(one.label)].filter(Boolean).join(' ')])), language: row.language, source: row.source, trust: row.trust, status: row.status, major: row.majorId ?? undefined, outcomes: row.outcomes, receivedAt: day(row.receivedAt),
    }),
  }),
  outcomes: defineExportList({
    name: 'outcomes', query: outcomes.list.query, list: listOutcomes,
    fields: async (ctx) => [
      column('number', 'exports.number', 'code'), column('text', 'exports.text', 'text', 60), choice('kind', 'exports.kind', outcomeKinds, (kind) => `exports.kind.${kind}`), column('level', 'exports.level', 'number'),
      choice('status', 'needs.status', ['agreed', 'withdrawn', 'merged'], (status) => `exports.outcome-status.${status}`), await majorField(ctx), column('askedBy', 'exports.asked-by', 'number'), column('updatedAt', 'exports.updated-at', 'date'),
    ],
    values: (row, { text, day }) => ({ number: row.number, text: text(row.text), kind: row.kind, level: row.level, status: row.status, major: row.majorId ?? undefined, askedBy: row.askedBy, updatedAt: day(row.updatedAt) }),
  }),
  majors: defineExportList({
    name: 'majors', query: majors.list.query, list: listMajors,
    fields: [
      column('code', 'exports.code', 'code'), column('name', 'exports.name', 'text', 28), column('majorGroup', 'exports.major-group'), choice('level', 'exports.major-level', majorLevels, (level) => `imports.major.level.${level}`), column('years', 'exports.years', 'number'),
      column('lead', 'exports.lead'), column('asked', 'exports.asked', 'number'), column('taught', 'exports.taught', 'number'), column('unread', 'exports.unread', 'number'), column('proposals', 'exports.proposals', 'number'),
    ],
    values: ({ code, name, majorGroup, level, years, lead, asked, taught, unread, proposals }, { text }) => ({ code, name: text(name), majorGroup: majorGroup ?? undefined, level, years, lead: lead?.name, asked, taught, unread, proposals }),
  }),
  programmes: defineExportList({
    name: 'programmes', query: programmes.list.query, list: listProgrammes,
    fields: [
      column('number', 'programmes.number', 'code'), column('title', 'programmes.title', 'text', 36), column('majorCode', 'exports.code', 'code'), column('major', 'programmes.major', 'text', 28), column('cohort', 'programmes.cohort', 'number'),
      choice('state', 'programmes.state', programmeStates, (state) => `programmes.state.${state}`), column('courses', 'exports.courses', 'number'), column('hours', 'exports.hours', 'number'), column('credits', 'exports.credits', 'number'), column('updatedAt', 'exports.updated-at', 'date'),
    ],
    values: (row, { text, day }) => ({ number: row.number, title: text(row.title), majorCode: row.major.code, major: text(row.major.name), cohort: row.cohort, state: row.state, courses: row.courses, hours: row.hours, credits: row.credits, updatedAt: day(row.updatedAt) }),
  }),
  'change-proposals': defineExportList({
    name: 'change-proposals', query: changeProposals.list.query, list: listProposals,
    fields: [
      column('number', 'programmes.number', 'code'), column('title', 'programmes.title', 'text', 36), choice('status', 'programmes.state', proposalStatuses, (status) => `programmes.status.${status}`), column('major', 'programmes.major', 'text', 28), column('programme', 'exports.programme', 'code'),
      column('fromCohort', 'exports.from-cohort', 'number'), column('outcomes', 'exports.outcomes', 'number'), column('firstSaidOn', 'exports.first-said-on', 'date'), column('decidedAt', 'exports.decided-at', 'date'), column('days', 'exports.days', 'number'), column('updatedAt', 'exports.updated-at', 'date'),
    ],
    values: (row, { text, day }) => ({ number: row.number, title: row.title, status: row.status, major: text(row.major.name), programme: row.programme.number, fromCohort: row.fromCohort, outcomes: row.outcomes, firstSaidOn: row.firstSaidOn ?? undefined, decidedAt: day(row.decidedAt), days: row.days ?? undefined, updatedAt: day(row.updatedAt) }),
  }),
  visits: defineExportList({
    name: 'visits', query: visits.list.query, list: listVisits,
    fields: [
      column('number', 'visits.number', 'code'), column('enterprise', 'visits.enterprise', 'text', 28), column('creditCode', 'exports.credit-code', 'uscc'), column('onDate', 'visits.on-date', 'date'), column('ledBy', 'visits.led-by'), column('ledByPosition', 'visits.led-by-position'), column('receivedBy', 'visits.received-by'),
      column('receivedByPosition', 'visits.received-by-position'), column('needs', 'exports.needs', 'text', 60),
    ],
    values: (row, { text }) => ({
      number: row.number, enterprise: text(row.enterprise.name), creditCode: row.enterprise.creditCode ?? undefined, onDate: row.onDate, ledBy: row.ledBy, ledByPosition: row.ledByPosition ?? undefined, receivedBy: row.receivedBy ?? undefined, receivedByPosition: row.receivedByPosition ?? undefined,
      needs: row.needs.map((need) => `${need.number} ${need.text}`).join('\n') || undefined,
    }),
  }),
  classes: defineExportList({
    name: 'classes', query: classes.list.query, list: listClasses,
    fields: [column('name', 'college.class'), column('cohort', 'college.cohort', 'number'), column('major', 'college.major', 'text', 28), column('department', 'college.department', 'text', 20), column('teacher', 'college.class-teacher'), column('learners', 'college.learners', 'number')],
    values: ({ name, cohort, major, department, teacher, learners: enrolled }, { text }) => ({ name, cohort, major: text(major?.name), department: text(department?.name), teacher: teacher?.name, learners: enrolled }),
  }),
  learners: defineExportList({
    name: 'learners', query: learners.list.query, list: listLearners,
    fields: [
      column('studentNumber', 'college.student-number', 'code'), column('name', 'college.name'), choice('gender', 'college.gender', genders, (gender) => `college.gender.${gender}`), column('class', 'college.class'),
      choice('status', 'needs.status', learnerStatuses, (status) => `college.status.${status}`), column('enteredOn', 'college.entered-on', 'date'),
    ],
    values: ({ studentNumber, name, gender, class: place, status, enteredOn }) => ({ studentNumber, name, gender: gender ?? undefined, class: place?.name, status, enteredOn: enteredOn ?? undefined }),
  }),
}

export const listNamed = (name: ExportListName): ExportList => lists[name]
export const allLists: readonly ExportList[] = exportLists.map((name) => lists[name])
