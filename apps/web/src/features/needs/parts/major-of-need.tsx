import { type Need, needs } from '@guildhall/contract/needs'
import { majors } from '@guildhall/contract/programmes'
import { Select } from '@mantine/core'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './needs.module.css'

/** Which major a need is a matter of, and the way to what that major teaches: without one, no programme counts the need. */
export function MajorOfNeed({ need }: { need: Need }) {
  const w = useWords()
  const read = useText()
  const mine = useAsk(majors.list, { query: { limit: 100 } }).data?.items ?? []
  const change = useAct(needs.change, { refresh: ['/api/v1/needs', '/api/v1/majors'] })
  const chosen = mine.find((one) => one.id === need.majorId)
  const programme = chosen?.programmes.find((one) => one.state === 'in-force') ?? chosen?.programmes[0]
  return (
    <div className={classes['major']}>
      <Select
        label={w('needs.major')}
        placeholder={w('needs.major-choose')}
        clearable
        value={need.majorId}
        onChange={(majorId) => change.mutate({ params: { id: need.id }, body: { version: need.version, majorId } })}
        data={mine.map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.code }))}
        disabled={!need.allowed.includes('change') || change.isPending}
      />
      {programme && need.outcomeList.length > 0 ? <To url={`/programmes/${programme.id}/gap`}>{w('needs.see-gap')}</To> : null}
    </div>
  )
}
