import { classes, departments, people } from '@guildhall/contract/directory'
import { majors } from '@guildhall/contract/programmes'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { useText } from '../../../ui/language.tsx'

export type Choice = Readonly<{ value: string; label: string }>
const all = { query: { limit: 200 } }

/** What a class, a learner or a right can be tied to at the reader's college; empty lists elsewhere. */
export function useLimits(): Readonly<Record<'departments' | 'majors' | 'classes', Choice[]>> {
  const read = useText()
  const enabled = useSession().actingFor?.organisationKind === 'college'
  const [some, more, last] = [useAsk(departments.list, all, { enabled }), useAsk(majors.list, all, { enabled }), useAsk(classes.list, all, { enabled })]
  const label = (name: Parameters<typeof read>[0], id: string) => read(name)?.text ?? id
  return {
    departments: (some.data?.items ?? []).map((one) => ({ value: one.id, label: label(one.name, one.id) })),
    majors: (more.data?.items ?? []).map((one) => ({ value: one.id, label: label(one.name, one.id) })),
    classes: (last.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
  }
}

/** Who can be a class teacher. */
export function useTeachers(): Choice[] {
  const asked = useAsk(people.list, all)
  const teaches = new Set(['teacher', 'class-teacher', 'lead'])
  return (asked.data?.items ?? []).filter((one) => one.roles.some((role) => teaches.has(role))).map((one) => ({ value: one.personId, label: one.name }))
}
