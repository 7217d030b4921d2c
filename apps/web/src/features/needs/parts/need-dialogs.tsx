import { organisations } from '@guildhall/contract/directory'
import { type Need, needs } from '@guildhall/contract/needs'
import { majors } from '@guildhall/contract/programmes'
import { Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { useRegions } from '../../../ui/use-regions.ts'

const refresh = ['/api/v1/needs', '/api/v1/timeline', '/api/v1/inbox'] as const

/** What is known about a need beside its words; the words themselves are never edited. Only the enterprise opens them to the region. */
export function NeedFactsDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const own = useSession().actingFor
  const isOwn = own?.organisationId === need.enterprise.id
  const isCollege = own?.organisationKind === 'college'
  const regions = useRegions()
  const myMajors = useAsk(majors.list, { query: { limit: 100 } }, { enabled: isCollege })
  const [post, setPost] = useState(need.post ?? '')
  const [regionId, setRegion] = useState(need.region?.id ?? null)
  const [peopleWanted, setPeople] = useState<number | null>(need.peopleWanted)
  const [opened, setOpened] = useState(need.opened)
  const [majorId, setMajor] = useState(need.majorId ?? null)
  const change = useAct(needs.change, {
    refresh,
    onDone: () => {
      onClose()
      notice({ text: w('needs.changed-now') })
    },
  })
  const body = { version: need.version, post: post.trim() || null, regionId, peopleWanted, ...(isOwn ? { opened } : {}), ...(isCollege ? { majorId } : {}) }
  return (
    <ConfirmAct opened onClose={onClose} title={w('needs.change-facts', { number: need.number })} effect={<FormProblem problem={change.error?.problem} wrong={[]} />} verb={w('needs.save-facts')} isPending={change.isPending} onConfirm={() => change.mutate({ params: { id: need.id }, body })}>
      <TextInput label={w('needs.post')} value={post} maxLength={120} onChange={(event) => setPost(event.currentTarget.value)} />
      <NumberInput label={w('needs.people-wanted')} min={1} max={100_000} allowDecimal={false} value={peopleWanted ?? ''} onChange={(value) => setPeople(typeof value === 'number' ? value : null)} />
      <Select label={w('directory.region')} searchable clearable value={regionId} onChange={setRegion} data={regions.map((one) => ({ value: one.id, label: one.path }))} />
      {isCollege ? <Select label={w('needs.major')} clearable value={majorId} onChange={setMajor} data={(myMajors.data?.items ?? []).map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.code }))} /> : null}
      {isOwn ? <Checkbox mt="md" label={w('needs.opened')} description={w('needs.opened-how')} checked={opened} onChange={(event) => setOpened(event.currentTarget.checked)} /> : null}
    </ConfirmAct>
  )
}

/** Gives a need to further colleges; from then on they read it. */
export function GiveDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const [chosen, choose] = useState<string[]>([])
  const colleges = useAsk(organisations.list, { query: { kind: 'college', limit: 200 } }).data?.items ?? []
  const give = useAct(needs.give, {
    refresh,
    onDone: () => {
      onClose()
      notice({ text: w('needs.given-now') })
    },
  })
  const others = colleges.filter((one) => !need.givenTo.some((given) => given.id === one.id))
  return (
    <ConfirmAct opened onClose={onClose} title={w('needs.give', { number: need.number })} effect={w('needs.give-effect')} verb={w('needs.give-verb')} isReady={chosen.length > 0} isPending={give.isPending} onConfirm={() => give.mutate({ params: { id: need.id }, body: { collegeIds: chosen } })}>
      <FormProblem problem={give.error?.problem} wrong={[]} />
      <MultiSelect mt="md" label={w('needs.colleges')} searchable value={chosen} onChange={choose} data={others.map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.number }))} />
    </ConfirmAct>
  )
}
