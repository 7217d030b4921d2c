import type { NeedRow } from '@guildhall/contract/needs'
import { useMemo } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { OccupationName, useOccupationText } from '../../../ui/occupation-name.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './needs.module.css'
import { NeedStatus } from './need-status.tsx'

/** The columns of the list of needs. `own`: for the enterprise itself, which needs no column of enterprises. */
export function useNeedColumns(own: boolean): readonly Column<NeedRow>[] {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const occupation = useOccupationText()
  return useMemo(() => {
    const enterprise = (row: NeedRow) => read(row.enterprise.name)?.text ?? ''
    const columns: Column<NeedRow>[] = [
      {
        name: 'number',
        head: w('needs.number'),
        width: '112px',
        phone: 'line',
        cell: (row) => <To url={`/needs/${row.id}`}>{row.number}</To>,
        text: (row) => row.number,
      },
      {
        name: 'text',
        head: w('needs.words'),
        width: '40%',
        phone: 'title',
        text: (row) => row.text,
        cell: (row) => (
          <span className={classes['cell']} lang={row.language}>
            {row.text}
          </span>
        ),
      },
      { name: 'enterprise', head: w('needs.enterprise'), phone: 'line', cell: enterprise, text: enterprise },
      {
        name: 'status',
        head: w('needs.status'),
        phone: 'state',
        cell: (row) => <NeedStatus status={row.status} />,
        text: (row) => w(`needs.status.${row.status}`),
      },
      { name: 'outcomes', head: w('needs.outcomes'), align: 'end', cell: (row) => row.outcomes, text: (row) => String(row.outcomes) },
      {
        name: 'saidOn',
        width: '136px',
        head: w('needs.said-on'),
        sort: true,
        phone: 'line',
        cell: (row) => formats.day(row.saidOn),
        text: (row) => row.saidOn,
      },
      {
        name: 'receivedAt',
        head: w('needs.received-at'),
        sort: true,
        optional: true,
        cell: (row) => formats.dayAndTime(row.receivedAt),
        text: (row) => row.receivedAt,
      },
      {
        name: 'source',
        head: w('needs.source'),
        optional: true,
        cell: (row) => w(`needs.source.${row.source}`),
        text: (row) => w(`needs.source.${row.source}`),
      },
      {
        name: 'trust',
        head: w('needs.trust'),
        optional: true,
        cell: (row) => w(`needs.trust.${row.trust}`),
        text: (row) => w(`needs.trust.${row.trust}`),
      },
      { name: 'post', head: w('needs.post'), optional: true, cell: (row) => row.post, text: (row) => row.post ?? '' },
      { name: 'occupations', head: w('titles.occupation'), optional: true, cell: (row) => row.occupations.map((one) => <div key={one.id}><OccupationName occupation={one} /></div>), text: (row) => row.occupations.map(occupation).join('; ') },
    ]
    return own ? columns.filter((one) => one.name !== 'enterprise') : columns
  }, [w, read, formats, occupation, own])
}
