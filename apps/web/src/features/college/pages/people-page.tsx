import { type Member, memberStates, people, rolesOfKind } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { useFormats } from '../../../ui/formats.ts'
import { ImportLink } from '../../../ui/import-link.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { NoMail } from '../../../ui/no-mail.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { MemberSheet } from '../parts/member-sheet.tsx'
import { MemberState } from '../parts/states.tsx'

/** The people of the organisation: who works here, as what, limited to what. */
export function PeoplePage() {
  const w = useWords()
  const formats = useFormats()
  const session = useSession()
  const title = w('college.people')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<Member>[] => {
    const roles = (row: Member) => row.roles.map((role) => w(`web.role.${role}`)).join(w('web.comma'))
    return [
      { name: 'name', head: w('college.person-name'), sort: true, width: '18%', phone: 'title', cell: (row) => row.name, text: (row) => row.name },
      { name: 'roles', head: w('college.roles'), phone: 'line', cell: roles, text: roles },
      { name: 'position', head: w('college.position'), phone: 'line', cell: (row) => row.position, text: (row) => row.position ?? '' },
      { name: 'email', head: w('college.email'), cell: (row) => row.email, text: (row) => row.email ?? '' },
      { name: 'since', head: w('college.since'), sort: true, optional: true, cell: (row) => formats.day(row.since), text: (row) => formats.day(row.since) },
      { name: 'state', head: w('college.state'), phone: 'state', cell: (row) => <MemberState state={row.state} />, text: (row) => w(`college.member.${row.state}`) },
    ]
  }, [w, formats])
  const mayInvite = useAsk(people.list, { query: { limit: 1 } }).data?.items[0]?.allowed.includes('invite')
  const invite = mayInvite ? <Button renderRoot={(rest) => <Link to="/people/new" {...rest} />}>{w('college.invite')}</Button> : undefined
  const filters = [
    { name: 'role', label: w('college.role'), choices: rolesOfKind[session.actingFor?.organisationKind ?? 'college'].map((value) => ({ value, label: w(`web.role.${value}`) })) },
    { name: 'state', label: w('college.state'), choices: memberStates.map((value) => ({ value, label: w(`college.member.${value}`) })) },
  ]
  return (
    <>
      <PageHead title={title} actions={<><ImportLink target="people" />{invite}</>} />
      <NoMail />
      <ThingTable endpoint={people.list} name="people" caption={title} wordsLabel={w('college.people-search')} columns={columns} filters={filters} usualSort="name" nameOf={(row) => row.name} panel={(row) => (row ? <MemberSheet row={row} /> : null)} nothingYet={{ title: w('college.people-none'), text: w('college.people-none-how'), action: invite }} />
    </>
  )
}
