import { type DragEvent, type ReactNode, useId, useState } from 'react'
import classes from './file-field.module.css'
import { useFormats } from './formats.ts'
import { useWords } from './language.tsx'

/** Chooses one file, by the system's own dialog or by dropping it. The same file may be chosen twice: people mend it and come back. */
export function FileField(props: {
  accept: string
  file: File | undefined
  isBusy?: boolean
  onFile: (file: File) => void
  children?: ReactNode
}) {
  const w = useWords()
  const formats = useFormats()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const { file } = props
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) props.onFile(dropped)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same by keyboard
    <div
      className={classes['field']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        accept={props.accept}
        disabled={props.isBusy}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) props.onFile(chosen)
        }}
      />
      <label htmlFor={id}>{w(file ? 'web.file.another' : 'web.file.choose')}</label>
      <span className={classes['note']} role="status">
        {props.isBusy && file
          ? w('web.file.reading', { name: file.name })
          : file
            ? w('web.file.chosen', { name: file.name, size: formats.number(Math.ceil(file.size / 1000)) })
            : w('web.file.drop')}
      </span>
      {props.children}
    </div>
  )
}
