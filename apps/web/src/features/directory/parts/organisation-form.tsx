import { organisationKinds, type organisations, sizes } from '@guildhall/contract/directory'
import { checkCreditCode, toContentLanguage, toPlainCode } from '@guildhall/kernel'
import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { useContractForm } from '../../../api/use-contract-form.ts'
import { useCodeWords, useLanguage, useWords } from '../../../ui/language.tsx'
import { useRegions } from '../../../ui/use-regions.ts'
import classes from './organisation.module.css'
import type { OrganisationValues } from './organisation-values.ts'

type Form = ReturnType<typeof useContractForm<typeof organisations.add | typeof organisations.change, OrganisationValues>>

const providersOf = {
  college: ['public', 'private', 'enterprise-run', 'mixed-ownership'],
  association: ['chamber', 'consortium', 'trade-association'],
} as const
const hintBelow: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']

/** The fields of an organisation. The kind decides which; it is chosen once, when it is added. */
export function OrganisationFields({ form, isNew }: { form: Pick<Form, 'field' | 'values' | 'setValue'>; isNew: boolean }) {
  const w = useWords()
  const own = toContentLanguage(useLanguage().language)
  const [isMore, setMore] = useState(() => Object.entries(form.values.name).some(([language, text]) => language !== own && text !== ''))
  const { kind } = form.values
  const languages = [own, ...(['zh', 'en', 'de'] as const).filter((one) => one !== own)]
  const providers = kind === 'college' || kind === 'association' ? providersOf[kind] : undefined
  return (
    <div className={classes['fields']}>
      {isNew ? (
        <Select
          {...form.field('kind')}
          className={classes['wide'] ?? ''}
          maw={368}
          allowDeselect={false}
          data={organisationKinds.map((value) => ({ value, label: w(`directory.kind.${value}`) }))}
        />
      ) : null}
      {(isMore ? languages : languages.slice(0, 1)).map((language) => (
        <TextInput
          key={language}
          {...form.field(`name.${language}`)}
          lang={language}
          autoComplete="off"
          className={classes['wide'] ?? ''}
          required={language === own}
          withAsterisk={false}
        />
      ))}
      {isMore ? null : (
        <div className={classes['wide']}>
          <Button variant="subtle" size="compact-sm" onClick={() => setMore(true)}>
            {w('directory.more-languages')}
          </Button>
        </div>
      )}
      <TextInput
        {...form.field('shortName')}
        autoComplete="off"
        maxLength={40}
        description={w('directory.short-name-how')}
        inputWrapperOrder={hintBelow}
      />
      <CreditCodeField form={form} />
      {kind === 'enterprise' ? (
        <>
          <Select
            {...form.field('size')}
            value={form.values.size || null}
            clearable
            data={sizes.map((value) => ({ value, label: w(`directory.size.${value}`) }))}
            onChange={(value) => form.setValue('size', (value ?? '') as OrganisationValues['size'])}
          />
          <TextInput {...form.field('industry')} maxLength={80} />
        </>
      ) : null}
      {providers ? (
        <Select
          {...form.field('providerKind')}
          value={form.values.providerKind || null}
          clearable
          data={providers.map((value) => ({ value, label: w(`directory.provider.${value}`) }))}
          onChange={(value) => form.setValue('providerKind', (value ?? '') as OrganisationValues['providerKind'])}
        />
      ) : null}
      <RegionField form={form} />
      <TextInput {...form.field('address')} className={classes['wide'] ?? ''} maxLength={200} autoComplete="off" />
      <TextInput {...form.field('phone')} type="tel" inputMode="tel" maxLength={40} autoComplete="off" />
      <TextInput
        {...form.field('website')}
        type="url"
        inputMode="url"
        maxLength={200}
        autoComplete="off"
        description={w('directory.website-how')}
        inputWrapperOrder={hintBelow}
      />
    </div>
  )
}

/** The region; districts stand under their city, as in the register. */
function RegionField({ form }: { form: Pick<Form, 'field' | 'values' | 'setValue'> }) {
  const w = useWords()
  const regions = useRegions()
  return (
    <Select
      {...form.field('regionId')}
      nothingFoundMessage={regions.length === 0 ? w('directory.region-none') : w('web.nothing-matches')}
      value={form.values.regionId || null}
      searchable
      clearable
      data={regions.map((one) => ({ value: one.id, label: one.path }))}
      onChange={(value) => form.setValue('regionId', value ?? '')}
    />
  )
}

/** The credit code, checked while it is typed; full-width digits and blanks are taken and made plain on leaving the field. */
function CreditCodeField({ form }: { form: Pick<Form, 'field' | 'values' | 'setValue'> }) {
  const w = useWords()
  const words = useCodeWords()
  const field = form.field('creditCode')
  const plain = toPlainCode(form.values.creditCode)
  const checked = plain === '' ? undefined : checkCreditCode(plain)
  const isShort = plain.length < 18 && checked?.ok === false && checked.reason.code === 'wrong-length'
  const hint = !checked
    ? w('directory.credit-code-how')
    : checked.ok
      ? w('directory.credit-code-right')
      : isShort
        ? w('directory.credit-code-short', { n: 18 - plain.length })
        : undefined
  const typed = checked?.ok === false && !isShort ? words(`directory.code-fault.${checked.reason.code}`, checked.reason.params) : undefined
  return (
    <TextInput
      {...field}
      error={field.error ?? typed}
      description={field.error ? undefined : hint}
      inputWrapperOrder={hintBelow}
      autoComplete="off"
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      onBlur={(event) => {
        field.onBlur?.(event)
        if (plain !== form.values.creditCode) form.setValue('creditCode', plain)
      }}
    />
  )
}
