import type { Organisation } from '@guildhall/contract/directory'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { Facts, PanelPart } from '../../../ui/panel.tsx'
import classes from './organisation.module.css'
import { VettingBadge } from './vetting-badge.tsx'

/** What the register knows of an organisation: who it is, how to reach it, and for an enterprise, who vetted it and why. */
export function OrganisationFacts({ organisation: one }: { organisation: Organisation }) {
  const w = useWords()
  const formats = useFormats()
  const isEnterprise = one.kind === 'enterprise'
  const languages = (['zh', 'en', 'de'] as const).filter((language) => one.name[language])
  const nameIn = { zh: w('directory.name.zh'), en: w('directory.name.en'), de: w('directory.name.de') }
  return (
    <>
      <PanelPart title={w('directory.who')}>
        <Facts
          facts={[
            ...languages.map((language) => ({ label: nameIn[language], value: <span lang={language}>{one.name[language]}</span> })),
            { label: w('directory.short-name'), value: one.shortName },
            { label: w('directory.kind'), value: w(`directory.kind.${one.kind}`) },
            { label: w('directory.credit-code'), value: one.creditCode ? <span className={classes['code']}>{one.creditCode}</span> : null },
            ...(isEnterprise
              ? [
                  { label: w('directory.size'), value: one.size ? w(`directory.size.${one.size}`) : null },
                  { label: w('directory.industry'), value: one.industry },
                ]
              : [{ label: w('directory.provider'), value: one.providerKind ? w(`directory.provider.${one.providerKind}`) : null }]),
            { label: w('directory.region'), value: one.region ? <ContentText text={one.region.name} /> : null },
          ]}
        />
      </PanelPart>
      <PanelPart title={w('directory.reach')}>
        <Facts
          facts={[
            { label: w('directory.address'), value: one.address },
            { label: w('directory.phone'), value: one.phone ? <a href={`tel:${one.phone.replace(/[^\d+]/g, '')}`}>{one.phone}</a> : null },
            {
              label: w('directory.website'),
              value: one.website ? (
                <a href={one.website} target="_blank" rel="noreferrer noopener">
                  {one.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
                </a>
              ) : null,
            },
          ]}
        />
      </PanelPart>
      {isEnterprise ? (
        <PanelPart title={w('directory.vetting')} aside={<VettingBadge vetting={one.vetting} />}>
          {one.vettedAt ? (
            <Facts
              facts={[
                { label: w('directory.vetted-by'), value: one.vettedBy ? <ContentText text={one.vettedBy.name} /> : null },
                { label: w('directory.vetted-at'), value: formats.day(one.vettedAt) },
                { label: w('directory.vetting-note'), value: one.vettingNote },
              ]}
            />
          ) : (
            <p className={classes['note']}>{w('directory.not-vetted-yet')}</p>
          )}
        </PanelPart>
      ) : null}
    </>
  )
}
