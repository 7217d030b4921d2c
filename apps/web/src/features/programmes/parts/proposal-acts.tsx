import { changeProposals, type Proposal } from '@guildhall/contract/programmes'
import { Button, FileButton, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useQueryClient } from '@tanstack/react-query'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import { useNotice } from '../../../ui/notices.tsx'

type Kind = 'submit' | 'opine' | 'close-opinions' | 'vote' | 'close-vote' | 'approve' | 'refuse' | 'return' | 'record-paper-decision' | 'withdraw'
const order: readonly Kind[] = ['submit', 'opine', 'vote', 'approve', 'refuse', 'close-opinions', 'close-vote', 'return', 'record-paper-decision', 'withdraw']
const refresh = ['/api/v1/change-proposals', '/api/v1/timeline', '/api/v1/inbox', '/api/v1/programmes', '/api/v1/majors', '/api/v1/needs'] as const

/** The buttons that the server allows now. Binding acts are confirmed once, with their effect and who gets notice. */
export function ProposalActs({ proposal }: { proposal: Proposal }) {
  const w = useWords()
  const notice = useNotice()
  const session = useSession()
  const client = useQueryClient()
  const [open, setOpen] = useState<Kind>()
  const [text, setText] = useState('')
  const [stance, setStance] = useState<'for' | 'against' | 'neither'>('for')
  const [vote, setVote] = useState<'yes' | 'no' | 'abstain'>('yes')
  const [forPerson, setForPerson] = useState<string | null>(null)
  const [decision, setDecision] = useState<'adopted' | 'refused'>('adopted')
  const [onDate, setOnDate] = useState('')
  const [document, setDocument] = useState('')
  const { id } = proposal
  const params = { id }
  const onDone = (after: Proposal) => { setOpen(undefined); setText(''); notice({ text: w('programmes.done-now', { state: w(`programmes.status.${after.status}`) }) }) }
  const acts = {
    submit: useAct(changeProposals.submit, { refresh, onDone }), opine: useAct(changeProposals.opine, { refresh, onDone }), 'close-opinions': useAct(changeProposals.closeOpinions, { refresh, onDone }), vote: useAct(changeProposals.vote, { refresh, onDone }),
    'close-vote': useAct(changeProposals.closeVote, { refresh, onDone }), approve: useAct(changeProposals.approve, { refresh, onDone }), refuse: useAct(changeProposals.refuse, { refresh, onDone }), return: useAct(changeProposals.return, { refresh, onDone }),
    'record-paper-decision': useAct(changeProposals.recordPaper, { refresh, onDone }), withdraw: useAct(changeProposals.withdraw, { refresh, onDone }),
  }
  const documentNumber = document.trim() ? { documentNumber: document.trim() } : {}
  const send: Record<Kind, () => void> = {
    submit: () => acts.submit.mutate({ params, body: {} }),
    opine: () => acts.opine.mutate({ params, body: { stance, text } }),
    'close-opinions': () => acts['close-opinions'].mutate({ params, body: {} }),
    vote: () => acts.vote.mutate({ params, body: { vote, ...(forPerson ? { forPersonId: forPerson } : {}) } }),
    'close-vote': () => acts['close-vote'].mutate({ params, body: {} }),
    approve: () => acts.approve.mutate({ params, body: { reason: text, ...documentNumber } }),
    refuse: () => acts.refuse.mutate({ params, body: { reason: text, ...documentNumber } }),
    return: () => acts.return.mutate({ params, body: { reason: text } }),
    'record-paper-decision': () => acts['record-paper-decision'].mutate({ params, body: { decision, reason: text, onDate, documentNumber: document.trim() } }),
    withdraw: () => acts.withdraw.mutate({ params, body: { reason: text } }),
  }
  const allowed = order.filter((one) => proposal.allowed.includes(one) && !(one === 'vote' && proposal.votes.some((round) => !round.closed && round.mine) && standsIn(proposal, session.personId).length === 0))
  const needsReason = open === 'refuse' || open === 'return' || open === 'withdraw' || open === 'record-paper-decision'
  const isReady = (!needsReason || text.trim() !== '') && (open !== 'record-paper-decision' || (onDate !== '' && document.trim() !== ''))
  const deputyFor = standsIn(proposal, session.personId)
  const attach = async (file: File | null) => {
    if (!file) return
    await call(changeProposals.attach, { params, body: {} }, { file, fileName: file.name }).then(() => notice({ text: w('programmes.document-attached') }), (error: Error) => notice({ text: error.message }))
    await client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('/api/v1/change-proposals') })
  }
  return (
    <>
      {allowed.map((kind, index) => <Button key={kind} variant={index === 0 ? 'filled' : kind === 'withdraw' || kind === 'record-paper-decision' ? 'subtle' : 'default'} {...(kind === 'refuse' || kind === 'withdraw' ? { color: 'madder' } : {})} onClick={() => setOpen(kind)}>{w(`programmes.act.${kind}`)}</Button>)}
      {(proposal.status === 'adopted' || proposal.status === 'refused') && session.actingFor?.organisationId === proposal.college.id ? <FileButton accept="application/pdf,image/jpeg,image/png" onChange={(file) => void attach(file)}>{(props) => <Button variant="default" {...props}>{w('programmes.attach')}</Button>}</FileButton> : null}
      {open ? (
        <ConfirmAct opened onClose={() => setOpen(undefined)} title={w(`programmes.ask.${open}`, { number: proposal.number })} effect={w(`programmes.effect.${open}`, { cohort: String(proposal.fromCohort) })} verb={w(`programmes.act.${open}`)} isDangerous={open === 'refuse' || open === 'withdraw'} isReady={isReady} isPending={acts[open].isPending} onConfirm={send[open]}>
          <FormProblem problem={acts[open].error?.problem} wrong={[]} />
          {acts[open].error?.problem.code === 'no-route-yet' ? <p><To url="/settings/proposal-route">{w('programmes.routes')}</To></p> : null}
          {open === 'opine' ? <SegmentedControl fullWidth mt="md" value={stance} onChange={(value) => setStance(value as typeof stance)} data={(['for', 'against', 'neither'] as const).map((value) => ({ value, label: w(`programmes.stance.${value}`) }))} /> : null}
          {open === 'vote' ? <SegmentedControl fullWidth mt="md" value={vote} onChange={(value) => setVote(value as typeof vote)} data={(['yes', 'no', 'abstain'] as const).map((value) => ({ value, label: w(`programmes.vote.${value}`) }))} /> : null}
          {open === 'vote' && deputyFor.length > 0 ? <Select mt="md" clearable label={w('programmes.vote-for')} value={forPerson} onChange={setForPerson} data={deputyFor.map((one) => ({ value: one.id, label: one.name }))} /> : null}
          {open === 'record-paper-decision' ? <><SegmentedControl fullWidth mt="md" value={decision} onChange={(value) => setDecision(value as typeof decision)} data={(['adopted', 'refused'] as const).map((value) => ({ value, label: w(`programmes.status.${value}`) }))} /><TextInput mt="md" type="date" label={w('programmes.paper-day')} value={onDate} onChange={(event) => setOnDate(event.currentTarget.value)} /></> : null}
          {open === 'approve' || open === 'refuse' || open === 'record-paper-decision' ? <TextInput mt="md" label={w('programmes.document-number')} value={document} maxLength={80} onChange={(event) => setDocument(event.currentTarget.value)} /> : null}
          {needsReason || open === 'opine' || open === 'approve' ? <Textarea mt="md" autosize minRows={3} label={w(open === 'opine' ? 'programmes.opinion' : 'needs.reason')} description={open === 'refuse' || open === 'record-paper-decision' ? w('needs.reason-how') : undefined} value={text} onChange={(event) => setText(event.currentTarget.value)} /> : null}
        </ConfirmAct>
      ) : null}
    </>
  )
}

/** Those for whom this person is the deputy in the open step. */
function standsIn(proposal: Proposal, personId: string): { id: string; name: string }[] {
  const step = proposal.step === null ? undefined : proposal.route?.[proposal.step]
  return (step?.deputies ?? []).filter((one) => one.deputyId === personId).flatMap((one) => proposal.people.find((person) => person.id === one.personId) ?? [])
}
