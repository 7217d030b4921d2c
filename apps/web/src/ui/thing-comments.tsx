import { comments } from '@guildhall/contract/platform'
import { toProblem } from '../api/problem-text.ts'
import { useAct } from '../api/use-act.ts'
import { useAsk } from '../api/use-ask.ts'
import { Comments } from './comments.tsx'
import { ErrorState } from './error-state.tsx'
import { FormProblem } from './form-problem.tsx'
import { useText } from './language.tsx'

/** The talk about a thing, read and written; who reads it stands beside the field. */
export function ThingComments({ kind, id }: { kind: string; id: string }) {
  const read = useText()
  const asked = useAsk(comments.list, { query: { kind, id } })
  const add = useAct(comments.add)
  const withdraw = useAct(comments.withdraw)
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return (
    <>
      <Comments
        comments={(asked.data?.items ?? []).map((one) => ({
          id: one.id,
          who: one.person?.name ?? '',
          organisation: one.organisation ? (read(one.organisation.name)?.text ?? '') : '',
          at: one.at,
          text: one.text,
          ...(one.mine ? { onWithdraw: () => withdraw.mutate({ params: { id: one.id } }) } : {}),
        }))}
        seenBy={(asked.data?.readBy ?? []).flatMap((party) => read(party.name)?.text ?? [])}
        onSay={(text) =>
          add.mutateAsync({ body: { kind, id, text } }).then(
            () => true,
            () => false,
          )
        }
      />
      <FormProblem problem={(add.error ?? withdraw.error)?.problem} wrong={[]} />
    </>
  )
}
