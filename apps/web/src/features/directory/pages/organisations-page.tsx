import { organisationKinds, organisations, sizes, vettingStates } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../../api/session.tsx'
import { copyText, toCells } from '../../../ui/copy-rows.ts'
import { ImportLink } from '../../../ui/import-link.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Filter } from '../../../ui/list-types.ts'
import { useNotice } from '../../../ui/notices.tsx'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { changeListState } from '../../../ui/url-state.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useRegions } from '../../../ui/use-regions.ts'
import { OrganisationSheet } from '../parts/organisation-sheet.tsx'
import { useMayAddOrganisation } from '../parts/use-may-add-organisation.ts'
import { useOrganisationColumns } from '../parts/use-organisation-columns.tsx'

/** The register of organisations; with `?kind=enterprise` that of enterprises. */
export function OrganisationsPage() {
  const w = useWords()
  const read = useText()
  const session = useSession()
  const notice = useNotice()
  const { state, go } = useUrlState()
  const mayAdd = useMayAddOrganisation()
  const columns = useOrganisationColumns()
  const regions = useRegions()
  const isEnterprises = state['kind'] === 'enterprise'
  const title = isEnterprises ? w('directory.enterprises') : w('directory.organisations')
  usePageTitle(title)

  const filters: readonly Filter[] = [
    {
      name: 'kind',
      label: w('directory.kind'),
      choices: organisationKinds.map((value) => ({ value, label: w(`directory.kind.${value}`) })),
    },
    {
      name: 'vetting',
      label: w('directory.vetting'),
      choices: vettingStates.map((value) => ({ value, label: w(`directory.vetting.${value}`) })),
    },
    { name: 'regionId', label: w('directory.region'), choices: regions.map(({ id, path }) => ({ value: id, label: path })) },
    { name: 'size', label: w('directory.size'), choices: sizes.map((value) => ({ value, label: w(`directory.size.${value}`) })) },
  ]
  const add = mayAdd ? (
    <Button renderRoot={(rest) => <Link to="/organisations/new" search={state['kind'] ? { kind: state['kind'] } : {}} {...rest} />}>
      {isEnterprises ? w('directory.add-enterprise') : w('directory.add')}
    </Button>
  ) : undefined
  return (
    <>
      <Letterhead
        organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')}
        title={title}
        asOf={new Date().toISOString()}
      />
      <PageHead
        title={title}
        actions={
          <>
            <ImportLink target="organisations" />
            {add}
          </>
        }
      />
      <ThingTable
        endpoint={organisations.list}
        name="organisations"
        caption={title}
        wordsLabel={w('directory.words')}
        columns={columns}
        filters={filters}
        usualSort="name"
        nameOf={(row) => read(row.name)?.text ?? row.number}
        panel={(row, id) => (
          <OrganisationSheet id={id} row={row} onWithdrawn={() => go(changeListState(state, { open: undefined }), { replace: true })} />
        )}
        scope={isEnterprises ? ['kind'] : []}
        nothingYet={{ title: isEnterprises ? w('directory.enterprises-none') : w('directory.none-yet'), text: w('directory.none-yet-how'), action: add }}
        bulk={[
          {
            name: 'copy',
            label: w('web.copy-rows'),
            run: async (rows) =>
              notice({
                text: (await copyText(toCells(columns, rows))) ? w('web.rows-copied', { n: rows.length }) : w('web.rows-not-copied'),
              }),
          },
        ]}
      />
    </>
  )
}
