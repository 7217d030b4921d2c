import { organisations } from '@guildhall/contract/directory'
import { trusts, type visits } from '@guildhall/contract/needs'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useAsk } from '../../../api/use-ask.ts'
import type { useContractForm } from '../../../api/use-contract-form.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { PostField } from '../../../ui/post-field.tsx'
import { detailGroups, emptyNeed, numbers, type VisitValues, type VoicedNeed } from './visit-values.ts'
import classes from './visits.module.css'

type Form = Pick<ReturnType<typeof useContractForm<typeof visits.add | typeof visits.change, VisitValues>>, 'field' | 'values' | 'setValue'>

/** Who was there, what was said, and the columns of the reporting table. Needs are said once, when the visit is recorded. */
export function VisitFields({ form, isNew }: { form: Form; isNew: boolean }) {
  const w = useWords()
  const read = useText()
  const enterprises = useAsk(organisations.list, { query: { kind: 'enterprise', limit: 200, sort: 'name' } }, { enabled: isNew })
  return (
    <>
      <PanelPart title={w('visits.who')}>
        <div className={classes['fields']}>
          {isNew ? (
            <Select
              {...form.field('enterpriseId')}
              className={classes['wide'] ?? ''}
              searchable
              data={(enterprises.data?.items ?? []).map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.number }))}
            />
          ) : null}
          <TextInput {...form.field('onDate')} type="date" />
          <span />
          <TextInput {...form.field('ledBy')} autoComplete="off" maxLength={80} />
          <TextInput {...form.field('ledByPosition')} autoComplete="off" maxLength={80} />
          <TextInput {...form.field('receivedBy')} autoComplete="off" maxLength={80} />
          <TextInput {...form.field('receivedByPosition')} autoComplete="off" maxLength={80} />
        </div>
      </PanelPart>
      {isNew ? (
        <PanelPart title={w('visits.needs')}>
          <NeedFields needs={form.values.needs} enterpriseId={form.values.enterpriseId || undefined} onChange={(needs) => form.setValue('needs', needs)} />
        </PanelPart>
      ) : null}
      <PanelPart title={w('visits.report')}>
        <p className={classes['note']}>{w('visits.report-how')}</p>
        {detailGroups.map(([group, names]) => (
          <section key={group}>
            <h3 className={classes['group']}>{w(`visits.group.${group}`)}</h3>
            <div className={classes['fields']}>
              {names.map((name) =>
                name === 'otherCooperation' || name === 'mainResult' ? (
                  <Textarea
                    key={name}
                    {...form.field(`details.${name}`)}
                    className={classes['wide'] ?? ''}
                    autosize
                    minRows={1}
                    maxLength={name === 'mainResult' ? 300 : 1000}
                  />
                ) : (
                  <TextInput
                    key={name}
                    {...form.field(`details.${name}`)}
                    autoComplete="off"
                    {...(numbers.includes(name) ? { inputMode: 'decimal' } : {})}
                  />
                ),
              )}
            </div>
          </section>
        ))}
      </PanelPart>
    </>
  )
}

function NeedFields({ needs, enterpriseId, onChange }: { needs: readonly VoicedNeed[]; enterpriseId: string | undefined; onChange: (needs: VoicedNeed[]) => void }) {
  const w = useWords()
  const set = (at: number, change: Partial<VoicedNeed>) => onChange(needs.map((need, i) => (i === at ? { ...need, ...change } : need)))
  return (
    <>
      <div>
        {needs.map((need, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a need that is being typed has no name yet
          <div key={i} className={classes['need']}>
            <Textarea
              className={`${classes['wide']} ${classes['voice']}`}
              label={w('visits.need', { n: i + 1 })}
              autosize
              minRows={2}
              maxRows={12}
              value={need.text}
              onChange={(event) => set(i, { text: event.currentTarget.value })}
            />
            <PostField label={w('visits.need-post')} post={need.post} chosen={need.occupations ?? []} enterpriseId={enterpriseId} onChange={(post, occupations) => set(i, { post, occupations })} />
            <Select
              label={w('visits.need-trust')}
              allowDeselect={false}
              value={need.trust}
              onChange={(value) => set(i, { trust: trusts.find((one) => one === value) ?? need.trust })}
              data={trusts.map((value) => ({ value, label: w(`needs.trust.${value}`) }))}
            />
            {needs.length > 1 ? (
              <Button
                className={classes['wide'] ?? ''}
                variant="subtle"
                size="compact-sm"
                justify="start"
                onClick={() => onChange(needs.filter((_, at) => at !== i))}
              >
                {w('visits.drop-need', { n: i + 1 })}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
      {needs.length < 50 ? (
        <Button variant="default" onClick={() => onChange([...needs, emptyNeed])}>
          {w('visits.add-need')}
        </Button>
      ) : null}
    </>
  )
}
