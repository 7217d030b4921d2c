import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from './language.tsx'

/** One confirmation of a binding act: the object in the title, the effect in words, further fields where needed; the button carries the verb. */
export function ConfirmAct(props: {
  opened: boolean
  onClose: () => void
  /** Names the object: "Withdraw Hengli Precision?" */
  title: string
  /** What will happen, and who gets notice. */
  effect: ReactNode
  /** The verb and its object, as on every button. */
  verb: string
  onConfirm: () => void
  isPending?: boolean
  isDangerous?: boolean
  isReady?: boolean
  children?: ReactNode
}) {
  const w = useWords()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': w('web.close') }}
      styles={{ title: { fontWeight: 600 } }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!props.isPending && props.isReady !== false) props.onConfirm()
        }}
      >
        <div>{props.effect}</div>
        {props.children}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={props.onClose}>
            {w('web.cancel')}
          </Button>
          <Button
            type="submit"
            color={props.isDangerous ? 'madder' : 'qing'}
            loading={props.isPending ?? false}
            disabled={props.isReady === false}
          >
            {props.verb}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
