import { organisations } from '@guildhall/contract/directory'
import { needs } from '@guildhall/contract/needs'
import { majors } from '@guildhall/contract/programmes'
import { Button, NumberInput, SegmentedControl, Select, TextInput, Textarea } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { FromFile } from '../../../ui/from-file.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PostField } from '../../../ui/post-field.tsx'
import { SeenBy } from '../../../ui/seen-by.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { readStored, writeStored } from '../../../ui/stored.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useRegions } from '../../../ui/use-regions.ts'
import classes from '../parts/needs.module.css'

/** States one need, or pastes many: one a line or one a paragraph. Words typed are kept until they were taken. */
export function NeedFormPage() {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  const session = useSession()
  const isCollege = session.actingFor?.organisationKind === 'college'
  const [text, setText] = useState(() => readStored('draft.need', 'session') ?? '')
  const [split, setSplit] = useState<'whole' | 'line' | 'paragraph'>('whole')
  const [chosenParty, setParty] = useState<string | null>(null)
  const [major, setMajor] = useState<string | null>(null)
  const [post, setPost] = useState('')
  const [occupations, setOccupations] = useState<string[]>([])
  const [trust, setTrust] = useState<string | null>(null)
  const [saidOn, setSaidOn] = useState('')
  const [language, setLanguage] = useState<string | null>(null)
  const [peopleWanted, setPeople] = useState<number>()
  const [regionId, setRegion] = useState<string | null>(null)
  const regions = useRegions()
  const parties = useAsk(organisations.list, { query: { kind: isCollege ? 'enterprise' : 'college', limit: 200 } })
  // Where there is one party only, nobody should have to choose it.
  const only = parties.data?.items.length === 1 && !parties.data.more ? parties.data.items[0]!.id : null
  const party = chosenParty ?? only
  const myMajors = useAsk(majors.list, { query: { limit: 100 } }, { enabled: isCollege })
  const keep = (words: string) => {
    setText(words)
    writeStored('draft.need', words, 'session')
  }
  const done = (said: string) => {
    writeStored('draft.need', undefined, 'session')
    notice({ text: said })
  }
  const add = useAct(needs.add, { refresh: ['/api/v1/inbox'], onDone: (need) => { done(w('needs.recorded-now', { number: need.number })); void navigate({ to: isCollege ? '/needs/$id/workbench' : '/needs/$id', params: { id: need.id }, replace: true }) } })
  const addMany = useAct(needs.addMany, { refresh: ['/api/v1/inbox'], onDone: (answer) => { done(w('needs.recorded-many', { added: answer.added, same: answer.same })); void navigate({ to: '/needs', replace: true }) } })
  const title = w(isCollege ? 'needs.record' : 'needs.state')
  usePageTitle(title, w('needs.title'))
  const shared = { ...(post.trim() ? { post: post.trim(), occupations } : {}), ...(trust ? { trust: trust as 'line-manager' } : {}), ...(saidOn ? { saidOn } : {}), ...(language ? { language: language as 'zh' } : {}),  ...(regionId ? { regionId } : {}), ...(isCollege ? { enterpriseId: party ?? '', majorId: major } : {}) }
  const send = () => {
    if (split === 'whole') add.mutate({ body: { text, ...shared, ...(peopleWanted ? { peopleWanted } : {}), ...(isCollege ? {} : { givenTo: party ? [party] : [] }) } })
    else addMany.mutate({ body: { text, split, ...shared } })
  }
  const act = split === 'whole' ? add : addMany
  const isReady = text.trim() !== '' && party !== null
  return (
    <>
      <PageHead crumbs={[{ label: w(isCollege ? 'needs.title' : 'needs.title-own'), url: '/needs' }]} title={title} />
      <Panel>
        <form noValidate onSubmit={(event) => { event.preventDefault(); if (isReady && !act.isPending) send() }}>
          <FormProblem problem={act.error?.problem} wrong={[]} />
          <div className={classes['fields']}>
            <Select
              className={classes['wide'] ?? ''}
              label={w(isCollege ? 'needs.enterprise' : 'needs.for-college')}
              searchable
              required
              withAsterisk={false}
              value={party}
              onChange={setParty}
              nothingFoundMessage={w('needs.no-such-party')}
              data={(parties.data?.items ?? []).map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.number }))}
            />
            {isCollege ? (
              <SegmentedControl className={classes['wide'] ?? ''} value={split} onChange={(value) => setSplit(value as typeof split)} data={(['whole', 'line', 'paragraph'] as const).map((value) => ({ value, label: w(`needs.split.${value}`) }))} />
            ) : null}
            <Textarea
              className={classes['wide'] ?? ''}
              label={w(isCollege ? 'needs.their-words' : 'needs.contact-new')}
              description={w(isCollege ? 'needs.their-words-how' : 'needs.contact-hint')}
              autosize
              minRows={4}
              maxRows={20}
              required
              withAsterisk={false}
              value={text}
              onChange={(event) => keep(event.currentTarget.value)}
            />
            <div className={classes['wide']}>
              <FromFile
                text={text}
                onText={(words, document) => {
                  keep(words)
                  if (document?.format === 'job-posting' && document.title && !post) setPost(document.title.slice(0, 120))
                }}
              />
            </div>
            <PostField label={w('needs.post')} post={post} chosen={occupations} enterpriseId={isCollege ? (party ?? undefined) : session.actingFor?.organisationId} onChange={(words, chosen) => { setPost(words); setOccupations(chosen) }} />
            {split === 'whole' ? <NumberInput label={w('needs.people-wanted')} min={1} max={100_000} allowDecimal={false} value={peopleWanted ?? ''} onChange={(value) => setPeople(typeof value === 'number' ? value : undefined)} /> : null}
            {isCollege ? <TextInput label={w('needs.said-on')} type="date" max={new Date().toLocaleDateString('sv')} value={saidOn} onChange={(event) => setSaidOn(event.currentTarget.value)} /> : null}
            {isCollege ? <Select label={w('needs.language')} clearable placeholder={w('needs.language-found')} value={language} onChange={setLanguage} data={(['zh', 'en', 'de'] as const).map((value) => ({ value, label: w(`language.${value}`) }))} /> : null}
            {regions.length > 0 ? <Select label={w('directory.region')} searchable clearable value={regionId} onChange={setRegion} data={regions.map((one) => ({ value: one.id, label: one.path }))} /> : null}
            {isCollege ? <Select label={w('needs.major')} clearable value={major} onChange={setMajor} data={(myMajors.data?.items ?? []).map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.code }))} /> : null}
            {isCollege ? <Select label={w('needs.trust')} clearable value={trust} onChange={setTrust} data={(['line-manager', 'personnel', 'advert', 'second-hand'] as const).map((value) => ({ value, label: w(`needs.trust.${value}`) }))} /> : null}
          </div>
          <div style={{ marginTop: 12 }}>
            <SeenBy names={[read(session.actingFor?.organisation ?? {})?.text ?? '', ...(parties.data?.items ?? []).filter((one) => one.id === party).map((one) => read(one.name)?.text ?? '')]} />
          </div>
          <div className={classes['foot']}>
            <Button type="submit" loading={act.isPending} disabled={!isReady}>{w(isCollege ? 'needs.save' : 'needs.contact-send')}</Button>
            <Button variant="default" renderRoot={(rest) => <Link to="/needs" {...rest} />}>{w('web.cancel')}</Button>
          </div>
        </form>
      </Panel>
    </>
  )
}
