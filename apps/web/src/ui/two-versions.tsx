import { Button, Group } from '@mantine/core'
import { useWords } from './language.tsx'
import classes from './two-versions.module.css'

/** Somebody else was faster: the entries that both changed, both versions beside each other, and the person decides. */
export function TwoVersions(props: {
  fields: readonly { label: string; mine: string; theirs: string }[]
  onKeepMine: () => void
  onTakeTheirs: () => void
}) {
  const w = useWords()
  return (
    <section className={classes['versions']} aria-label={w('web.two-versions')}>
      <table>
        <caption>{w('web.two-versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('web.field')}</th>
            <th scope="col">{w('web.version-mine')}</th>
            <th scope="col">{w('web.version-theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {props.fields.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              <td>{field.mine || '–'}</td>
              <td>{field.theirs || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap="sm" mt="md">
        <Button onClick={props.onKeepMine}>{w('web.keep-mine')}</Button>
        <Button variant="default" onClick={props.onTakeTheirs}>
          {w('web.take-theirs')}
        </Button>
      </Group>
    </section>
  )
}
