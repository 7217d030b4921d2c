import type { Problem } from '@guildhall/contract/http'
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useDelayed } from '../../../ui/use-delayed.ts'
import classes from './home.module.css'

/** A short work list of a home: loading, nothing, a fault, the lines. */
export function HomeLines(props: {
  isPending: boolean
  problem?: Problem | undefined
  onRetry: () => void
  none: ReactNode
  children: readonly ReactNode[]
}) {
  const isLoading = useDelayed(props.isPending)
  if (props.problem) return <ErrorState problem={props.problem} onRetry={props.onRetry} />
  if (props.isPending) return isLoading ? <Skeleton height={80} /> : null
  if (props.children.length === 0) return typeof props.none === 'string' ? <p className={classes['note']}>{props.none}</p> : props.none
  return <ul className={classes['lines']}>{props.children}</ul>
}
