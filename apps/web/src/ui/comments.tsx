import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import classes from './comments.module.css'
import { useWords } from './language.tsx'
import { SeenBy } from './seen-by.tsx'
import { When } from './when.tsx'

export type Comment = Readonly<{ id: string; who: string; organisation: string; at: string; text: ReactNode; onWithdraw?: () => void }>

/** Talk about an object. Says beside the field who reads it; what was typed stays until it was taken. Where the text is kept is the page's business. */
export function Comments(props: { comments: readonly Comment[]; seenBy: readonly string[]; onSay?: (text: string) => Promise<boolean> }) {
  const w = useWords()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const send = async () => {
    if (!props.onSay || text.trim() === '' || isSending) return
    setSending(true)
    const isTaken = await props.onSay(text.trim())
    setSending(false)
    if (isTaken) setText('')
  }
  return (
    <div>
      <ol className={classes['list']}>
        {props.comments.map((comment) => (
          <li key={comment.id}>
            <div className={classes['head']}>
              <b>{comment.who}</b>
              <span>{comment.organisation}</span>
              <When at={comment.at} />
              {comment.onWithdraw ? (
                <button type="button" className={classes['withdraw']} onClick={comment.onWithdraw}>
                  {w('web.withdraw-comment')}
                </button>
              ) : null}
            </div>
            <div className={classes['text']}>{comment.text}</div>
          </li>
        ))}
      </ol>
      {props.onSay ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Textarea label={w('web.comment')} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <div className={classes['foot']}>
            <SeenBy names={props.seenBy} />
            <Button type="submit" variant="default" loading={isSending} disabled={text.trim() === ''}>
              {w('web.add-comment')}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  )
}
