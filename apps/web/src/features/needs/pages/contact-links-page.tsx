import { organisations } from '@guildhall/contract/directory'
import { contactLinks } from '@guildhall/contract/needs'
import { type ContentLanguage, contentLanguages, toContentLanguage } from '@guildhall/kernel'
import { Button, Select, Table, TextInput, Textarea, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { copyText } from '../../../ui/copy-rows.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/needs.module.css'

const tones = { open: 'done', revoked: 'broken', ended: 'resting' } as const

/** Personal links of people at enterprises: made here, shown once, ended at any time. */
export function ContactLinksPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const notice = useNotice()
  usePageTitle(w('needs.links'))
  const [enterpriseId, setEnterprise] = useState<string | null>(null)
  const [contactName, setName] = useState('')
  const [contactEmail, setEmail] = useState('')
  const own = toContentLanguage(useLanguage().language)
  const [language, setLanguage] = useState<ContentLanguage>(own)
  const [until, setUntil] = useState('')
  const enterprises = useAsk(organisations.list, { query: { kind: 'enterprise', limit: 200 } })
  const list = useAsk(contactLinks.list, { query: {} })
  const make = useAct(contactLinks.make, { onDone: () => { setName(''); setEmail('') } })
  const revoke = useAct(contactLinks.revoke, { onDone: () => notice({ text: w('needs.link-revoked') }) })
  const made = make.data
  const copy = async (text: string, said: 'needs.link-copied' | 'needs.wechat-copied') => notice({ text: (await copyText(text)) ? w(said) : w('web.rows-not-copied') })
  return (
    <>
      <PageHead crumbs={[{ label: w('needs.title'), url: '/needs' }]} title={w('needs.links')} />
      <Panel>
        <PanelPart title={w('needs.link-make')}>
          <p>{w('needs.link-what')}</p>
          <form noValidate onSubmit={(event) => { event.preventDefault(); if (enterpriseId && contactName.trim()) make.mutate({ body: { enterpriseId, contactName: contactName.trim(), ...(contactEmail.trim() ? { contactEmail: contactEmail.trim() } : {}), language, ...(until ? { until } : {}) } }) }}>
            <FormProblem problem={make.error?.problem} wrong={[]} />
            <div className={classes['fields']}>
              <Select label={w('needs.enterprise')} searchable nothingFoundMessage={<Link to="/organisations/new" search={{ kind: 'enterprise' } as never}>{w('needs.add-enterprise')}</Link>} value={enterpriseId} onChange={setEnterprise} data={(enterprises.data?.items ?? []).map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.number }))} />
              <TextInput label={w('needs.link-name')} value={contactName} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" />
              <Select label={w('needs.link-language')} allowDeselect={false} value={language} onChange={(value) => setLanguage(contentLanguages.find((one) => one === value) ?? own)} data={contentLanguages.map((value) => ({ value, label: w(`language.${value}`) }))} />
              <TextInput label={w('needs.link-until')} type="date" min={new Date().toLocaleDateString('sv')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
              <TextInput label={w('needs.link-email')} type="email" value={contactEmail} maxLength={254} onChange={(event) => setEmail(event.currentTarget.value)} autoComplete="off" />
            </div>
            <div className={classes['foot']}><Button type="submit" loading={make.isPending} disabled={!enterpriseId || !contactName.trim()}>{w('needs.link-make')}</Button></div>
          </form>
        </PanelPart>
        {made ? (
          <PanelPart title={w('needs.link-for', { name: made.link.contactName })}>
            <p>{w('needs.link-once')}</p>
            <div className={classes['linkbox']}>
              <img className={classes['qr']} alt={w('needs.link-qr', { name: made.link.contactName })} src={`data:image/svg+xml;utf8,${encodeURIComponent(made.qr)}`} />
              <div style={{ flex: '1 1 280px' }}>
                <Textarea label={w('needs.for-wechat')} readOnly autosize value={made.forWeChat} />
                <div className={classes['acts']}>
                  <Button onClick={() => void copy(made.forWeChat, 'needs.wechat-copied')}>{w('needs.copy-wechat')}</Button>
                  <Button variant="default" onClick={() => void copy(made.address, 'needs.link-copied')}>{w('needs.copy-link')}</Button>
                  <Button variant="default" component="a" href={made.address} target="_blank" rel="noreferrer">{w('needs.link-open')}</Button>
                </div>
              </div>
            </div>
          </PanelPart>
        ) : null}
        <PanelPart title={w('needs.links-all')}>
          {list.isError ? <ErrorState problem={toProblem(list.error)} onRetry={() => void list.refetch()} /> : null}
          {list.data?.items.length === 0 ? <EmptyState isPart title={w('needs.links-none')} /> : null}
          {list.data && list.data.items.length > 0 ? (
            <Table.ScrollContainer minWidth={560}>
              <Table>
                <Table.Thead><Table.Tr><Table.Th>{w('needs.link-name')}</Table.Th><Table.Th>{w('needs.enterprise')}</Table.Th><Table.Th>{w('needs.status')}</Table.Th><Table.Th>{w('needs.link-used')}</Table.Th><Table.Th>{w('needs.link-until')}</Table.Th><Table.Th><VisuallyHidden>{w('web.next-step')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {list.data.items.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td>{one.contactName}</Table.Td><Table.Td>{read(one.enterprise.name)?.text}</Table.Td><Table.Td><StateBadge tone={tones[one.state]}>{w(`needs.link-state.${one.state}`)}</StateBadge></Table.Td>
                      <Table.Td>{one.lastUsedAt ? formats.dayAndTime(one.lastUsedAt) : '–'}</Table.Td><Table.Td>{formats.day(one.endsAt)}</Table.Td>
                      <Table.Td>{one.state === 'open' ? <Button size="compact-sm" variant="subtle" color="madder" onClick={() => revoke.mutate({ params: { id: one.id } })}>{w('needs.link-revoke')}</Button> : null}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          ) : null}
        </PanelPart>
      </Panel>
    </>
  )
}
