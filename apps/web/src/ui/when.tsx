import { useFormats } from './formats.ts'

/** A moment in a list: relative up to seven days with the absolute one in the tip, absolute beyond. */
export function When({ at }: { at: string }) {
  const formats = useFormats()
  const absolute = formats.dayAndTime(at)
  return (
    <time dateTime={at} title={absolute}>
      {formats.relative(at) ?? formats.day(at)}
    </time>
  )
}
