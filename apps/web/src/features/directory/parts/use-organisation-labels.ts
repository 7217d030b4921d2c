import { useWords } from '../../../ui/language.tsx'

/** The words of every field of an organisation, by path. */
export function useOrganisationLabels(): Readonly<Record<string, string>> {
  const w = useWords()
  return {
    kind: w('directory.kind'),
    'name.zh': w('directory.name.zh'),
    'name.en': w('directory.name.en'),
    'name.de': w('directory.name.de'),
    shortName: w('directory.short-name'),
    creditCode: w('directory.credit-code'),
    size: w('directory.size'),
    industry: w('directory.industry'),
    providerKind: w('directory.provider'),
    regionId: w('directory.region'),
    address: w('directory.address'),
    phone: w('directory.phone'),
    website: w('directory.website'),
  }
}
