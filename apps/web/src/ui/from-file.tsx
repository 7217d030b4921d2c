import { type DocumentText, translations } from '@guildhall/contract/translation'
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useUpload } from '../api/use-upload.ts'
import { useFormats } from './formats.ts'
import { FormProblem } from './form-problem.tsx'
import classes from './from-file.module.css'
import { useWords } from './language.tsx'

/** Puts the words of an advert, minutes or a report from a file into a text field. What stood there before can be put back. */
export function FromFile({ text, onText }: { text: string; onText: (text: string, document?: DocumentText) => void }) {
  const w = useWords()
  const formats = useFormats()
  const id = useId()
  const [chosen, setChosen] = useState('')
  const [before, setBefore] = useState('')
  const upload = useUpload(translations.document)
  const read = upload.data
  const start = (file: File) => {
    setChosen(file.name)
    upload.mutate(
      { ask: { body: {} }, file },
      {
        onSuccess: (document) => {
          setBefore(text.trim() && text !== document.text ? text : '')
          onText(document.text, document)
        },
      },
    )
  }
  return (
    <div>
      <div className={classes['line']}>
        <input
          id={id}
          type="file"
          accept=".txt,.docx,.html,.htm,.pdf,.json,.md"
          aria-describedby={`${id}-note`}
          disabled={upload.isPending}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) start(file)
          }}
        />
        <label htmlFor={id}>{w('document.from-file')}</label>
        <span id={`${id}-note`} className={classes['note']} role="status">
          {upload.isPending ? w('document.reading', { name: chosen }) : read ? w(read.cut ? 'document.cut' : 'document.read', { name: read.name, characters: formats.number(read.text.length) }) : w('document.formats')}
          {before && !upload.isPending ? ` ${w('document.replaced')}` : ''}
        </span>
        {before && !upload.isPending ? (
          <Button
            variant="subtle"
            onClick={() => {
              onText(before)
              setBefore('')
              upload.reset()
            }}
          >
            {w('document.back')}
          </Button>
        ) : null}
      </div>
      <FormProblem problem={upload.error?.problem} wrong={[]} />
    </div>
  )
}
