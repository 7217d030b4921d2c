import { useWords } from './language.tsx'
import { type Station, stationLook } from './stations.ts'
import classes from './thing-ref.module.css'

/** The icon of a station in its dye. Give `named` where no word stands beside it. */
export function StationIcon({ station, size = 20, named = false }: { station: Station; size?: number; named?: boolean }) {
  const w = useWords()
  const { icon: Drawing, dye } = stationLook[station]
  return (
    <span
      data-dye={dye}
      className={classes['icon']}
      {...(named ? { role: 'img', 'aria-label': w(`web.station.${station}`) } : { 'aria-hidden': true })}
    >
      <Drawing size={size} stroke={1.75} />
    </span>
  )
}
