import {
  type Icon,
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconPlayerPause,
} from '@tabler/icons-react'
import classes from './state-badge.module.css'
import type { Dye } from './stations.ts'

/** What a state means to a reader, whatever its word: nothing yet, waits, goes on, done well, needs care, broken, rests. */
export const tones = ['none', 'open', 'waiting', 'done', 'care', 'broken', 'resting'] as const
export type Tone = (typeof tones)[number]

const looks: Readonly<Record<Tone, { dye: Dye; icon: Icon }>> = {
  none: { dye: 'ink', icon: IconCircleDashed },
  open: { dye: 'qing', icon: IconCircle },
  waiting: { dye: 'woad', icon: IconClock },
  done: { dye: 'moss', icon: IconCircleCheck },
  care: { dye: 'gardenia', icon: IconAlertTriangle },
  broken: { dye: 'madder', icon: IconCircleX },
  resting: { dye: 'ink', icon: IconPlayerPause },
}

/** A state as word, symbol and colour together, so that it reads without colour. */
export function StateBadge({ tone, children }: { tone: Tone; children: string }) {
  const { dye, icon: Drawing } = looks[tone]
  return (
    <span className={classes['badge']} data-dye={dye}>
      <Drawing size={16} stroke={1.75} aria-hidden="true" />
      {children}
    </span>
  )
}
