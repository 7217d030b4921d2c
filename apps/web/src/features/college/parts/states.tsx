import type { LearnerStatus, Member } from '@guildhall/contract/directory'
import { useWords } from '../../../ui/language.tsx'
import { StateBadge, type Tone } from '../../../ui/state-badge.tsx'

const memberTones: Readonly<Record<Member['state'], Tone>> = { active: 'done', invited: 'waiting', ended: 'resting' }
export function MemberState({ state }: { state: Member['state'] }) {
  const w = useWords()
  return <StateBadge tone={memberTones[state]}>{w(`college.member.${state}`)}</StateBadge>
}

const learnerTones: Readonly<Record<LearnerStatus, Tone>> = { enrolled: 'open', 'on-leave': 'waiting', withdrawn: 'resting', graduated: 'done', transferred: 'resting' }
export function LearnerState({ status }: { status: LearnerStatus }) {
  const w = useWords()
  return <StateBadge tone={learnerTones[status]}>{w(`college.status.${status}`)}</StateBadge>
}
