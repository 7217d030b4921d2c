import { useFormats } from './formats.ts'
import { useWords } from './language.tsx'
import classes from './stamp-block.module.css'

/** The seal of a person who bound themselves: signed, decided, issued. A small square stamp with name and date; the only vermilion on a page. */
export function Seal({ name, at }: { name: string; at: string }) {
  const formats = useFormats()
  return (
    <span className={classes['seal']}>
      <b>{name}</b>
      <time dateTime={at}>{formats.day(at)}</time>
    </span>
  )
}

/** On paper: a place for each party to stamp, sign and date. A party that has signed here shows its seal instead. */
export function StampBlock({ parties }: { parties: readonly { role: string; name: string; signed?: { by: string; at: string } }[] }) {
  const w = useWords()
  return (
    <div className={`${classes['block']} keep-together`}>
      {parties.map((party) => (
        <div key={party.role} className={classes['party']}>
          <div className={classes['role']}>{party.role}</div>
          <div>{party.name}</div>
          {party.signed ? (
            <Seal name={party.signed.by} at={party.signed.at} />
          ) : (
            <>
              <div className={classes['line']}>{w('web.print.signature')}</div>
              <div className={classes['line']}>{w('web.print.date')}</div>
            </>
          )}
        </div>
      ))}
    </div>
  )
}

/** The head of a printed page: who prints, what, number, version, as of. Not on the screen. */
export function Letterhead(props: { organisation: string; title: string; number?: string; asOf: string }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <div className={`${classes['letterhead']} only-print`}>
      <div>
        <b>{props.organisation}</b>
        <div>{props.title}</div>
      </div>
      <div className={classes['meta']}>
        {props.number ? <div>{props.number}</div> : null}
        <div>{w('web.as-of', { at: formats.dayAndTime(props.asOf) })}</div>
      </div>
    </div>
  )
}
