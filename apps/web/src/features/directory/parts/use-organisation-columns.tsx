import type { OrganisationRow } from '@guildhall/contract/directory'
import { useMemo } from 'react'
import { ContentText } from '../../../ui/content-text.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { To } from '../../../ui/to.tsx'
import classes from './organisation.module.css'
import { VettingBadge } from './vetting-badge.tsx'

/** The columns of the register of organisations. */
export function useOrganisationColumns(): readonly Column<OrganisationRow>[] {
  const w = useWords()
  const read = useText()
  return useMemo(() => {
    const regionOf = (row: OrganisationRow) => (row.region ? (read(row.region.name)?.text ?? '') : '')
    return [
      {
        name: 'number',
        head: w('directory.number'),
        sort: true,
        width: '104px',
        phone: 'line',
        cell: (row) => (
          <To url={`/organisations/${row.id}`} className={classes['number']}>
            {row.number}
          </To>
        ),
        text: (row) => row.number,
      },
      {
        name: 'name',
        width: '30%',
        head: w('directory.name'),
        sort: true,
        phone: 'title',
        cell: (row) => (
          <span className={classes['name']}>
            <ContentText text={row.name} />
          </span>
        ),
        text: (row) => read(row.name)?.text ?? '',
      },
      {
        name: 'kind',
        head: w('directory.kind'),
        phone: 'line',
        cell: (row) => w(`directory.kind.${row.kind}`),
        text: (row) => w(`directory.kind.${row.kind}`),
      },
      {
        name: 'creditCode',
        head: w('directory.credit-code'),
        cell: (row) => <span className={classes['code']}>{row.creditCode}</span>,
        text: (row) => row.creditCode ?? '',
      },
      {
        name: 'size',
        head: w('directory.size'),
        cell: (row) => (row.size ? w(`directory.size.${row.size}`) : ''),
        text: (row) => (row.size ? w(`directory.size.${row.size}`) : ''),
      },
      { name: 'industry', head: w('directory.industry'), optional: true, cell: (row) => row.industry, text: (row) => row.industry ?? '' },
      {
        name: 'shortName',
        head: w('directory.short-name'),
        optional: true,
        cell: (row) => row.shortName,
        text: (row) => row.shortName ?? '',
      },
      { name: 'region', head: w('directory.region'), phone: 'line', cell: (row) => regionOf(row), text: regionOf },
      {
        name: 'vetting',
        head: w('directory.vetting'),
        phone: 'state',
        cell: (row) => <VettingBadge vetting={row.vetting} />,
        text: (row) => (row.vetting ? w(`directory.vetting.${row.vetting}`) : ''),
      },
    ]
  }, [w, read])
}
