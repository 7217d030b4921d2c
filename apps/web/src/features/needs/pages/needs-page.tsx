import { needs, needSources, posts, receiptStatuses } from '@guildhall/contract/needs'
import { majors } from '@guildhall/contract/programmes'
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { copyText, toCells } from '../../../ui/copy-rows.ts'
import { ImportLink } from '../../../ui/import-link.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Filter } from '../../../ui/list-types.ts'
import { useOccupationText } from '../../../ui/occupation-name.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { NeedSheet } from '../parts/need-sheet.tsx'
import { SuggestionsLine } from '../parts/suggestions-line.tsx'
import { useNeedColumns } from '../parts/use-need-columns.tsx'

/** All needs that I may read: a college's, by what waits; an enterprise's own. */
export function NeedsPage() {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const session = useSession()
  const isCollege = session.actingFor?.organisationKind === 'college'
  const columns = useNeedColumns(!isCollege)
  const title = w(isCollege ? 'needs.title' : 'needs.title-own')
  usePageTitle(title)
  const mine = useAsk(majors.list, { query: { limit: 100 } }, { enabled: isCollege }).data?.items ?? []
  const occupation = useOccupationText()
  const used = useAsk(posts.used, {}).data
  const filters: readonly Filter[] = [
    { name: 'status', label: w('needs.status'), choices: receiptStatuses.map((value) => ({ value, label: w(`needs.status.${value}`) })) },
    { name: 'source', label: w('needs.source'), choices: needSources.map((value) => ({ value, label: w(`needs.source.${value}`) })) },
    {
      name: 'language',
      label: w('needs.language'),
      choices: (['zh', 'en', 'de'] as const).map((value) => ({ value, label: w(`language.${value}`) })),
    },
    ...(isCollege ? [{ name: 'majorId', label: w('needs.major'), choices: [{ value: 'none', label: w('needs.major-none') }, ...mine.map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.code }))] }] : []),
    { name: 'occupationId', label: w('titles.occupation'), choices: [{ value: 'none', label: w('titles.none-linked') }, ...(used?.items ?? []).map((one) => ({ value: one.id, label: `${occupation(one)} (${one.needs})` }))] },
  ]
  const actions = (
    <Group gap="xs">
      <ImportLink target="needs" />
      {isCollege ? (
        <Button variant="default" renderRoot={(rest) => <Link to="/contact-links" {...rest} />}>
          {w('needs.links')}
        </Button>
      ) : null}
      <Button renderRoot={(rest) => <Link to="/needs/new" {...rest} />}>{w(isCollege ? 'needs.record' : 'needs.state')}</Button>
    </Group>
  )
  return (
    <>
      <Letterhead
        organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')}
        title={title}
        asOf={new Date().toISOString()}
      />
      <PageHead title={title} actions={actions} />
      {isCollege ? <SuggestionsLine /> : null}
      <ThingTable
        endpoint={needs.list}
        name="needs"
        caption={title}
        wordsLabel={w('needs.search')}
        columns={columns}
        filters={filters}
        usualSort="-receivedAt"
        nameOf={(row) => row.number}
        panel={(_row, id) => <NeedSheet id={id} />}
        nothingYet={{ title: w('needs.none-yet'), text: w(isCollege ? 'needs.none-yet-how' : 'needs.none-yet-how-own'), action: actions }}
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
