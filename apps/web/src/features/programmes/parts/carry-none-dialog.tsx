import { type Programme, type Unit, units } from '@guildhall/contract/programmes'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'

const isOpen = (unit: Unit) => !unit.describedAt && unit.outcomes.length === 0

/** Says of many units at once that they carry none of the agreed outcomes. Nothing is ticked beforehand: it is a statement under somebody's name. */
export function CarryNoneDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const refresh = ['/api/v1/programmes', '/api/v1/majors'] as const
  const undo = useAct(units.carryNone, { refresh })
  const say = useAct(units.carryNone, {
    refresh,
    onDone: (_, sent) => {
      onClose()
      const unitIds = [...(sent?.body?.unitIds ?? [])]
      notice({ text: w('programmes.carry-none-now', { n: unitIds.length }), undo: () => undo.mutate({ params: { id: programme.id }, body: { unitIds, none: false } }) })
    },
  })
  const courses = programme.courseList.map((course) => ({ course, open: course.units.filter(isOpen) })).filter((one) => one.open.length > 0)
  const all = courses.flatMap((one) => one.open.map((unit) => unit.id))
  const toggle = (id: string, isOn: boolean) => setChosen((before) => (isOn ? [...before, id] : before.filter((one) => one !== id)))
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={w('programmes.carry-none-ask')}
      effect={<><FormProblem problem={say.error?.problem} wrong={[]} /><p>{w('programmes.carry-none-effect')}</p></>}
      verb={w('programmes.carry-none-verb', { n: chosen.length })}
      isReady={chosen.length > 0}
      isPending={say.isPending}
      onConfirm={() => say.mutate({ params: { id: programme.id }, body: { unitIds: [...chosen], none: true } })}
    >
      <Checkbox mb="sm" label={w('programmes.carry-none-all', { n: all.length })} checked={chosen.length === all.length} indeterminate={chosen.length > 0 && chosen.length < all.length} onChange={(event) => setChosen(event.currentTarget.checked ? all : [])} />
      <div style={{ maxHeight: '45vh', overflowY: 'auto' }}>
        {courses.map(({ course, open }) =>
          open.map((unit) => {
            const name = read(course.name)?.text ?? course.code
            return <Checkbox key={unit.id} py={4} label={unit.name === name ? name : `${name}: ${unit.name}`} checked={chosen.includes(unit.id)} onChange={(event) => toggle(unit.id, event.currentTarget.checked)} />
          }),
        )}
      </div>
    </ConfirmAct>
  )
}
