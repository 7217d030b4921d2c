import { type ConceptRow, concepts, taxonomies } from '@guildhall/contract/taxonomy'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column, Filter } from '../../../ui/list-types.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { conceptKinds } from '../parts/concept-kinds.ts'

/** Concepts of all catalogues, found by words of any language. */
export function ConceptsPage() {
  const w = useWords()
  const read = useText()
  const title = w('concepts.title')
  usePageTitle(title)
  const shelf = useAsk(taxonomies.list, {}).data
  const columns = useMemo((): readonly Column<ConceptRow>[] => {
    const code = (row: ConceptRow) => row.notation ?? row.code.split('/').at(-1) ?? row.code
    return [
      {
        name: 'code',
        head: w('concepts.code'),
        sort: true,
        width: '160px',
        phone: 'line',
        cell: (row) => <To url={`/concepts/${row.id}`}>{code(row)}</To>,
        text: code,
      },
      {
        name: 'label',
        head: w('concepts.name'),
        phone: 'title',
        cell: (row) => (
          <To url={`/concepts/${row.id}`}>
            <ContentText text={row.label} />
          </To>
        ),
        text: (row) => read(row.label)?.text ?? '',
      },
      {
        name: 'kind',
        head: w('concepts.kind'),
        phone: 'line',
        cell: (row) => w(`concepts.kind.${row.kind}`),
        text: (row) => w(`concepts.kind.${row.kind}`),
      },
      {
        name: 'taxonomy',
        head: w('concepts.taxonomy'),
        phone: 'line',
        cell: (row) => `${row.taxonomy.code} ${row.taxonomy.version}`,
        text: (row) => `${row.taxonomy.code} ${row.taxonomy.version}`,
      },
    ]
  }, [w, read])
  const filters: readonly Filter[] = [
    { name: 'kind', label: w('concepts.kind'), choices: conceptKinds.map((value) => ({ value, label: w(`concepts.kind.${value}`) })) },
    {
      name: 'taxonomyId',
      label: w('concepts.taxonomy'),
      choices: (shelf?.items ?? []).map((one) => ({ value: one.id, label: `${read(one.name)?.text ?? one.code} ${one.version}` })),
    },
  ]
  const shelfLink = (
    <Button variant="default" renderRoot={(rest) => <Link to="/taxonomies" {...rest} />}>
      {w('taxonomies.title')}
    </Button>
  )
  return (
    <>
      <PageHead title={title} actions={shelfLink} />
      <ThingTable
        endpoint={concepts.list}
        name="concepts"
        caption={title}
        wordsLabel={w('concepts.search')}
        columns={columns}
        filters={filters}
        usualSort="code"
        nameOf={(row) => read(row.label)?.text ?? row.code}
        nothingYet={{ title: w('concepts.none-yet'), text: w('concepts.none-yet-how'), action: shelfLink }}
      />
    </>
  )
}
