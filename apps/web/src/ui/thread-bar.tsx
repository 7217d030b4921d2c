import { useWords } from './language.tsx'
import { StationIcon } from './station-icon.tsx'
import { type Station, stations } from './stations.ts'
import classes from './thread-bar.module.css'
import { To } from './to.tsx'

/** The thread of an object: how many things stand at each station, each a link; hollow and dashed where it breaks. */
export function ThreadBar({
  counts,
  urlOf,
  here,
}: {
  counts: Readonly<Partial<Record<Station, number>>>
  urlOf: (station: Station) => string
  here?: Station
}) {
  const w = useWords()
  return (
    <nav aria-label={w('web.thread')} className={classes['bar']}>
      <ol>
        {stations.map((station) => {
          const count = counts[station] ?? 0
          const name = w(`web.station.${station}`)
          return (
            <li key={station} data-break={count === 0 || undefined}>
              <To
                url={urlOf(station)}
                aria-current={station === here ? 'true' : undefined}
                title={count === 0 ? w('web.thread-break', { station: name }) : undefined}
              >
                <StationIcon station={station} size={16} />
                <span>{name}</span>
                <b>{count}</b>
              </To>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
