import { needs } from '@guildhall/contract/needs'
import { Button, Group, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import { Voice } from '../../../ui/voice.tsx'
import { NeedStatus } from './need-status.tsx'
import { useSourceLine } from './need-words.tsx'

/** A need beside the list: its words, where it stands, the way to the workbench. */
export function NeedSheet({ id }: { id: string }) {
  const w = useWords()
  const sourceLine = useSourceLine()
  const asked = useAsk(needs.one, { params: { id } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={200} />
  const need = asked.data
  return (
    <>
      <Group gap="sm" mb="sm">
        <To url={`/needs/${id}`}>{need.number}</To>
        <NeedStatus status={need.status} />
      </Group>
      <Voice lang={need.language} source={sourceLine(need)}>
        {need.text}
      </Voice>
      {need.outcomeList.length > 0 ? (
        <ul>
          {need.outcomeList.map((one) => (
            <li key={one.id}>
              <To url={`/outcomes/${one.id}`}>{one.number}</To> <ContentText text={one.text} />
            </li>
          ))}
        </ul>
      ) : null}
      <Group gap="xs" mt="md">
        {need.allowed.includes('translate') ? (
          <Button renderRoot={(rest) => <Link to="/needs/$id/workbench" params={{ id }} {...rest} />}>{w('needs.open-workbench')}</Button>
        ) : null}
        <Button variant="default" renderRoot={(rest) => <Link to="/needs/$id/thread" params={{ id }} {...rest} />}>
          {w('needs.open-thread')}
        </Button>
      </Group>
    </>
  )
}
