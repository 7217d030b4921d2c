import type { Answer } from '@guildhall/contract/http'
import { visits } from '@guildhall/contract/needs'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSession } from '../../../api/session.tsx'
import { copyText, toCells } from '../../../ui/copy-rows.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { useNotice } from '../../../ui/notices.tsx'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'

type Row = Answer<typeof visits.list>['items'][number]

/** Visits to enterprises, youngest first. */
export function VisitsPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const session = useSession()
  const notice = useNotice()
  const title = w('visits.title')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<Row>[] => {
    const enterprise = (row: Row) => read(row.enterprise.name)?.text ?? ''
    const plain = (name: 'ledBy' | 'receivedBy', head: string): Column<Row> => ({
      name,
      head,
      cell: (row) => row[name],
      text: (row) => row[name] ?? '',
    })
    return [
      {
        name: 'number',
        head: w('visits.number'),
        width: '112px',
        phone: 'line',
        cell: (row) => <To url={`/visits/${row.id}`}>{row.number}</To>,
        text: (row) => row.number,
      },
      { name: 'enterprise', head: w('visits.enterprise'), width: '28%', phone: 'title', cell: enterprise, text: enterprise },
      {
        name: 'onDate',
        head: w('visits.on-date'),
        sort: true,
        phone: 'line',
        cell: (row) => formats.day(row.onDate),
        text: (row) => row.onDate,
      },
      plain('ledBy', w('visits.led-by')),
      plain('receivedBy', w('visits.received-by')),
      {
        name: 'needs',
        head: w('visits.needs'),
        align: 'end',
        phone: 'state',
        cell: (row) => w('visits.one-needs', { n: row.needs.length }),
        text: (row) => String(row.needs.length),
      },
    ]
  }, [w, read, formats])
  const add = <Button renderRoot={(rest) => <Link to="/visits/new" {...rest} />}>{w('visits.add')}</Button>
  return (
    <>
      <Letterhead
        organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')}
        title={title}
        asOf={new Date().toISOString()}
      />
      <PageHead title={title} actions={add} />
      <ThingTable
        endpoint={visits.list}
        name="visits"
        caption={title}
        wordsLabel={w('visits.search')}
        columns={columns}
        usualSort="-onDate"
        nameOf={(row) => row.number}
        nothingYet={{ title: w('visits.none-yet'), text: w('visits.none-yet-how'), action: add }}
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
