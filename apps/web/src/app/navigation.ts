import type { Role, Session } from '@guildhall/contract/identity'
import type { WordKey } from '@guildhall/words'
import {
  type Icon,
  IconBriefcase,
  IconBuilding,
  IconBuildingFactory2,
  IconCalendarEvent,
  IconCalendarWeek,
  IconSchool,
  IconSitemap,
  IconUsers,
  IconUsersGroup,
  IconDevices,
  IconCloudQuestion,
  IconFileImport,
  IconMapPin,
  IconInbox,
  IconLanguage,
  IconBook2,
  IconGavel,
  IconQuote,
  IconRoute,
  IconTargetArrow,
  IconVocabulary,
} from '@tabler/icons-react'
import type { Density } from '../ui/preferences.tsx'

/** One way into the house. `letter`: goes there after `g`. An entry stands here only when its page exists. */
export type Entry = Readonly<{ name: WordKey; url: string; icon: Icon; letter: string }>

const entries = {
  tasks: { name: 'web.nav.tasks', url: '/', icon: IconInbox, letter: 't' },
  needs: { name: 'web.nav.needs', url: '/needs', icon: IconQuote, letter: 'n' },
  majors: { name: 'web.nav.majors', url: '/majors', icon: IconBook2, letter: 'm' },
  translate: { name: 'translation.try', url: '/translate', icon: IconLanguage, letter: 'a' },
  glossary: { name: 'needs.glossary', url: '/glossary', icon: IconVocabulary, letter: 'y' },
  outcomes: { name: 'web.nav.outcomes', url: '/outcomes', icon: IconTargetArrow, letter: 'u' },
  changes: { name: 'web.nav.changes', url: '/change-proposals', icon: IconGavel, letter: 'c' },
  organisations: { name: 'web.nav.organisations', url: '/organisations', icon: IconBuilding, letter: 'o' },
  enterprises: { name: 'web.nav.enterprises', url: '/organisations?kind=enterprise', icon: IconBuildingFactory2, letter: 'e' },
  concepts: { name: 'web.nav.concepts', url: '/concepts', icon: IconBriefcase, letter: 'b' },
  people: { name: 'college.people', url: '/people', icon: IconUsers, letter: 'p' },
  classes: { name: 'college.classes', url: '/classes', icon: IconUsersGroup, letter: 'l' },
  learners: { name: 'college.learners', url: '/learners', icon: IconSchool, letter: 's' },
  imports: { name: 'imports.title', url: '/imports', icon: IconFileImport, letter: 'i' },
  visits: { name: 'web.nav.visits', url: '/visits', icon: IconCalendarEvent, letter: 'v' },
} as const satisfies Record<string, Entry>

/** What each role finds at the left, in its order, named by what people do. */
const byRole: Readonly<Record<Role | 'operator', readonly (keyof typeof entries)[]>> = {
  administrator: ['tasks', 'people', 'classes', 'learners', 'needs', 'majors', 'imports', 'organisations', 'changes'],
  office: ['tasks', 'needs', 'translate', 'visits', 'enterprises', 'learners', 'classes', 'majors', 'imports', 'changes', 'organisations'],
  lead: ['tasks', 'needs', 'translate', 'outcomes', 'majors', 'changes', 'enterprises', 'visits', 'concepts', 'glossary', 'classes', 'learners', 'imports'],
  teacher: ['tasks', 'needs', 'translate', 'outcomes', 'majors', 'changes', 'visits', 'concepts', 'glossary'],
  'class-teacher': ['tasks', 'learners', 'classes'],
  hr: ['tasks', 'needs', 'translate', 'outcomes', 'changes', 'people', 'organisations'],
  mentor: ['tasks', 'needs'],
  owner: ['tasks', 'needs', 'translate', 'outcomes', 'people', 'organisations'],
  supervisor: ['tasks', 'outcomes', 'translate', 'organisations'],
  examiner: ['tasks', 'translate', 'organisations'],
  delegate: ['tasks', 'outcomes', 'translate', 'changes', 'organisations'],
  student: ['tasks'],
  operator: ['tasks', 'organisations', 'concepts'],
}

/** What only a college has: whoever keeps the accounts of an enterprise is an administrator too. */
const ofColleges: readonly (keyof typeof entries)[] = ['classes', 'learners', 'majors']

/** The entries of a person: those of all their roles, each once, in the order of the first role. */
export function entriesOf(session: Pick<Session, 'actingFor' | 'operator'>): Entry[] {
  const isCollege = session.actingFor?.organisationKind === 'college'
  // Elsewhere keeping the accounts is a side task: what somebody does there comes first.
  const own = [...(session.actingFor?.roles ?? [])].sort((one, two) => (isCollege ? 0 : Number(one === 'administrator') - Number(two === 'administrator')))
  const roles: (Role | 'operator')[] = [...own, ...(session.operator ? (['operator'] as const) : [])]
  return [...new Set(roles.flatMap((role) => byRole[role]))].filter((name) => isCollege || !ofColleges.includes(name)).map((name) => entries[name])
}

/** Who keeps registers all day sees more rows; everybody else gets room. Only what is usual: each person may choose. */
const usualDensity: Partial<Record<Role, Density>> = { administrator: 'compact', office: 'compact', hr: 'compact', supervisor: 'compact' }
export const usualDensityOf = (session: Session): Density =>
  session.actingFor?.roles.map((role) => usualDensity[role]).find(Boolean) ?? 'relaxed'

const settings: readonly Entry[] = [
  { name: 'college.structure', url: '/college', icon: IconSitemap, letter: 'd' },
  { name: 'college.school-years', url: '/school-years', icon: IconCalendarWeek, letter: 'k' },
  { name: 'directory.regions', url: '/regions', icon: IconMapPin, letter: 'x' },
  { name: 'programmes.routes', url: '/settings/proposal-route', icon: IconRoute, letter: 'r' },
  { name: 'model.title', url: '/settings/language-model', icon: IconCloudQuestion, letter: 'w' },
  { name: 'web.nav.sessions', url: '/settings/sessions', icon: IconDevices, letter: 's' },
]

const settingsOfColleges = ['/college', '/school-years', '/settings/proposal-route', '/settings/language-model']

/** Pages that are reached from the person's menu, and by the palette. */
export const settingsOf = (session: Pick<Session, 'actingFor'>): readonly Entry[] =>
  settings.filter(({ url }) => session.actingFor?.organisationKind === 'college' || !settingsOfColleges.includes(url))

/** Whether an entry leads to the page that is open: same path, and the filters that the entry names. The most exact entry wins. */
export function findCurrent(all: readonly Entry[], path: string, search: Readonly<Record<string, unknown>>): Entry | undefined {
  const fits = (entry: Entry) => {
    const url = new URL(entry.url, 'http://house')
    const isThere = url.pathname === '/' ? path === '/' : path === url.pathname || path.startsWith(`${url.pathname}/`)
    return isThere && [...url.searchParams].every(([name, value]) => search[name] === value)
  }
  return all.filter(fits).sort((a, b) => b.url.length - a.url.length)[0]
}
