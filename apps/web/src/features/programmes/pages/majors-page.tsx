import { type Major, majors } from '@guildhall/contract/programmes'
import { Button, Group, Modal } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { AddMajor } from '../../../ui/add-major.tsx'
import { ContentText } from '../../../ui/content-text.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'

/** The majors of the college: what is asked, what is taught, what waits. Every figure opens its rows. */
export function MajorsPage() {
  const w = useWords()
  const read = useText()
  const session = useSession()
  const title = w('programmes.majors')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<Major>[] => {
    const newest = (row: Major) => row.programmes.find((one) => one.state === 'in-force') ?? row.programmes[0]
    const figure = (url: string | undefined, n: number) => (url ? <To url={url}>{n}</To> : n)
    return [
      { name: 'code', head: w('programmes.code'), sort: true, width: '96px', phone: 'line', cell: (row) => row.code, text: (row) => row.code },
      { name: 'name', head: w('programmes.major'), sort: true, width: '28%', phone: 'title', cell: (row) => <To url={newest(row) ? `/programmes/${newest(row)!.id}` : '/majors'}><ContentText text={row.name} /></To>, text: (row) => read(row.name)?.text ?? '' },
      { name: 'asked', head: w('programmes.asked'), align: 'end', phone: 'line', cell: (row) => figure(newest(row) && `/programmes/${newest(row)!.id}/gap`, row.asked), text: (row) => String(row.asked) },
      { name: 'taught', head: w('programmes.taught'), align: 'end', cell: (row) => figure(newest(row) && `/programmes/${newest(row)!.id}/gap?view=matrix`, row.taught), text: (row) => String(row.taught) },
      { name: 'unread', head: w('programmes.unread'), align: 'end', cell: (row) => figure(`/needs?status=unread`, row.unread), text: (row) => String(row.unread) },
      { name: 'proposals', head: w('programmes.under-way'), align: 'end', cell: (row) => figure('/change-proposals', row.proposals), text: (row) => String(row.proposals) },
      { name: 'programmes', head: w('programmes.programmes'), cell: (row) => row.programmes.map((one) => <span key={one.id}><To url={`/programmes/${one.id}`}>{one.cohort}</To> </span>), text: (row) => row.programmes.map((one) => one.cohort).join(' ') },
      { name: 'lead', head: w('programmes.lead'), optional: true, cell: (row) => row.lead?.name, text: (row) => row.lead?.name ?? '' },
    ]
  }, [w, read])
  const mayUpload = useAsk(majors.list, { query: { limit: 1 } }).data?.items[0]?.allowed.includes('change')
  const [isAdding, setAdding] = useState(false)
  const upload = <Button variant="default" renderRoot={(rest) => <Link to="/programmes/upload" {...rest} />}>{w('home.upload-programme')}</Button>
  const acts = <Group gap="xs">{upload}<Button onClick={() => setAdding(true)}>{w('programmes.add-major')}</Button></Group>
  return (
    <>
      <Letterhead organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')} title={title} asOf={new Date().toISOString()} />
      <PageHead title={title} actions={mayUpload ? acts : null} />
      <ThingTable endpoint={majors.list} name="majors" caption={title} wordsLabel={w('programmes.search')} columns={columns} usualSort="name" nameOf={(row) => read(row.name)?.text ?? row.code} nothingYet={{ title: w('programmes.none-yet'), text: w('programmes.none-yet-how'), action: acts }} />
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={w('programmes.add-major')} closeButtonProps={{ 'aria-label': w('web.close') }}>
        <AddMajor found={{ code: null, name: null }} onAdded={() => setAdding(false)} />
      </Modal>
    </>
  )
}
