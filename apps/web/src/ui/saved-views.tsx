import { views } from '@guildhall/contract/platform'
import { ActionIcon, Button, Checkbox, Modal, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconX } from '@tabler/icons-react'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../api/use-act.ts'
import { useAsk } from '../api/use-ask.ts'
import { useContractForm } from '../api/use-contract-form.ts'
import { FormProblem } from './form-problem.tsx'
import { useWords } from './language.tsx'
import { useNotice } from './notices.tsx'
import classes from './saved-views.module.css'
import { To } from './to.tsx'
import { toUrlState, writeUrlState } from './url-state.ts'

/** A view is a named address of a list: mine, or shared in my organisation. Opens, saves the present one, removes mine. */
export function SavedViews({ list }: { list: string }) {
  const w = useWords()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const asked = useAsk(views.list, { query: { list } })
  const remove = useAct(views.remove)
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const items = asked.data?.items ?? []
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus withinPortal={false}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="qing"
            size={36}
            aria-label={w('web.views')}
            title={w('web.views')}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBookmark size={20} stroke={1.75} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={w('web.views')}>
          {items.length === 0 ? <p className={classes['none']}>{w('web.views.none')}</p> : null}
          <ul className={classes['views']}>
            {items.map((view) => (
              <li key={view.id}>
                <To url={`${path}${view.query}`} onClick={() => setOpen(false)}>
                  {view.name}
                </To>
                {view.shared ? <span className={classes['shared']}>{w('web.views.shared')}</span> : null}
                {view.mine ? (
                  <ActionIcon
                    variant="subtle"
                    color="qing"
                    size="sm"
                    aria-label={w('web.views.remove', { name: view.name })}
                    onClick={() => remove.mutate({ params: { id: view.id } })}
                  >
                    <IconX size={16} stroke={1.75} />
                  </ActionIcon>
                ) : null}
              </li>
            ))}
          </ul>
          <Button
            variant="default"
            fullWidth
            onClick={() => {
              setOpen(false)
              setSaving(true)
            }}
          >
            {w('web.views.save')}
          </Button>
        </Popover.Dropdown>
      </Popover>
      <Modal
        opened={isSaving}
        onClose={() => setSaving(false)}
        title={w('web.views.save')}
        closeButtonProps={{ 'aria-label': w('web.close') }}
        styles={{ title: { fontWeight: 600 } }}
      >
        <SaveView list={list} onDone={() => setSaving(false)} />
      </Modal>
    </>
  )
}

function SaveView({ list, onDone }: { list: string; onDone: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const router = useRouter()
  const form = useContractForm(views.save, {
    draft: `view.${list}`,
    initial: { name: '', shared: false },
    labels: { name: w('web.views.name') },
    toAsk: (values) => {
      // The place in the list and the open row are not part of a view.
      const { after: _after, open: _open, ...kept } = toUrlState(router.state.location.search as Record<string, unknown>) // safe: our own parser gives a flat record
      return { body: { list, name: values.name, shared: values.shared, query: writeUrlState(kept) } }
    },
    onDone: (view) => {
      onDone()
      notice({ text: w('web.views.saved', { name: view.name }) })
    },
  })
  return (
    <form {...form.form} className={classes['form']}>
      <FormProblem problem={form.problem} wrong={form.wrong} />
      <TextInput {...form.field('name')} data-autofocus maxLength={60} />
      <Checkbox
        label={w('web.views.share')}
        checked={form.values.shared}
        onChange={(event) => form.setValue('shared', event.currentTarget.checked)}
      />
      <Button type="submit" loading={form.isPending}>
        {w('web.views.save')}
      </Button>
    </form>
  )
}
