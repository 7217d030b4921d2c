import { majorLevels, majors } from '@guildhall/contract/programmes'
import { toContentLanguage } from '@guildhall/kernel'
import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../api/use-act.ts'
import { FormProblem } from './form-problem.tsx'
import { useLanguage, useWords } from './language.tsx'
import { useNotice } from './notices.tsx'

/** Enters a major: one that a programme sheet names, so that a college which begins need not leave the page, or any other. */
export function AddMajor({ found, onAdded }: { found: { code: string | null; name: string | null }; onAdded: (id: string) => void }) {
  const w = useWords()
  const notice = useNotice()
  const { language } = useLanguage()
  const [name, setName] = useState(found.name ?? '')
  const [code, setCode] = useState(found.code ?? '')
  const [level, setLevel] = useState<(typeof majorLevels)[number]>('associate')
  const [years, setYears] = useState<number | string>(3)
  const add = useAct(majors.add, {
    onDone: (added) => {
      notice({ text: w('imports.major.added', { name }) })
      onAdded(added.id)
    },
  })
  // What a sheet says is Chinese where it holds Chinese; what was typed here is in the language of the page.
  const nameLanguage = /\p{Script=Han}/u.test(name) ? 'zh' : toContentLanguage(language)
  const isReady = name.trim() !== '' && code.trim() !== '' && typeof years === 'number'
  return (
    <>
      <Stack gap="sm" mb="md">
        <TextInput
          label={w('imports.major.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <TextInput
          label={w('imports.major.code')}
          value={code}
          maxLength={20}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
        />
        <Select
          label={w('imports.major.level')}
          allowDeselect={false}
          value={level}
          onChange={(value) => setLevel(majorLevels.find((one) => one === value) ?? level)}
          data={majorLevels.map((value) => ({ value, label: w(`imports.major.level.${value}`) }))}
        />
        <NumberInput label={w('imports.major.years')} min={0.5} max={6} step={0.5} value={years} onChange={setYears} />
      </Stack>
      <FormProblem problem={add.error?.problem} wrong={[]} />
      <Button
        variant="default"
        mb="md"
        disabled={!isReady}
        loading={add.isPending}
        onClick={() => add.mutate({ body: { name: { [nameLanguage]: name.trim() }, code: code.trim(), level, years: Number(years) } })}
      >
        {w('imports.major.add')}
      </Button>
    </>
  )
}
