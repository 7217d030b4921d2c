import type { Organisation, OrganisationRow } from '@guildhall/contract/directory'
import type { organisations } from '@guildhall/contract/directory'
import type { Ask } from '@guildhall/contract/http'
import { toHalfWidth } from '@guildhall/kernel'

/** The register form as fields hold it: text everywhere, an empty one where nothing is known. */
export type OrganisationValues = {
  kind: OrganisationRow['kind']
  name: { zh: string; en: string; de: string }
  shortName: string
  creditCode: string
  providerKind: NonNullable<OrganisationRow['providerKind']> | ''
  size: NonNullable<OrganisationRow['size']> | ''
  industry: string
  regionId: string
  address: string
  website: string
  phone: string
  version: number
}

export const emptyOrganisation = (kind: OrganisationRow['kind']): OrganisationValues => ({
  kind,
  name: { zh: '', en: '', de: '' },
  shortName: '',
  creditCode: '',
  providerKind: '',
  size: '',
  industry: '',
  regionId: '',
  address: '',
  website: '',
  phone: '',
  version: 0,
})

export const toOrganisationValues = (one: Organisation): OrganisationValues => ({
  kind: one.kind,
  name: { zh: one.name.zh ?? '', en: one.name.en ?? '', de: one.name.de ?? '' },
  shortName: one.shortName ?? '',
  creditCode: one.creditCode ?? '',
  providerKind: one.providerKind ?? '',
  size: one.size ?? '',
  industry: one.industry ?? '',
  regionId: one.region?.id ?? '',
  address: one.address ?? '',
  website: one.website ?? '',
  phone: one.phone ?? '',
  version: one.version,
})

const orNull = <T extends string>(text: T | ''): T | null => (text.trim() === '' ? null : (text.trim() as T)) // safe: choices carry no blanks, free text is a string anyway

/** People type `hengli.cn`: it is meant as an address of the web. */
const toWebsite = (text: string) => {
  const plain = toHalfWidth(text).trim()
  return plain === '' || /^[a-z]+:\/\//i.test(plain) ? orNull(plain) : `https://${plain}`
}

const toFields = (values: OrganisationValues) => ({
  name: Object.fromEntries(Object.entries(values.name).filter(([, text]) => text.trim() !== '')),
  shortName: orNull(values.shortName),
  creditCode: orNull(values.creditCode),
  providerKind: orNull(values.providerKind),
  size: orNull(values.size),
  industry: orNull(values.industry),
  regionId: orNull(values.regionId),
  address: orNull(values.address),
  website: toWebsite(values.website),
  phone: orNull(toHalfWidth(values.phone)),
})

export const toAddAsk = (values: OrganisationValues): Ask<typeof organisations.add> => ({
  body: { kind: values.kind, ...toFields(values) },
})
export const toChangeAsk = (id: string, values: OrganisationValues): Ask<typeof organisations.change> => ({
  params: { id },
  body: { ...toFields(values), version: values.version },
})
