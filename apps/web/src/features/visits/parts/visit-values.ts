import type { Ask } from '@guildhall/contract/http'
import { trusts, type Visit, type visits } from '@guildhall/contract/needs'
import { toHalfWidth } from '@guildhall/kernel'

/** The fields of the reporting table, in its order and groups. */
export const detailGroups = [
  ['offer', ['majorCode', 'majorName', 'majorLevel', 'postsOffered', 'averagePay']],
  ['intern', ['internMajorCode', 'internMajorName', 'internLevel', 'internPeople', 'internPay']],
  ['job', ['jobMajorCode', 'jobMajorName', 'jobLevel', 'jobPeople', 'jobStartingPay']],
  ['rest', ['mainResult', 'otherCooperation']],
] as const
export type Detail = keyof Visit['details']
export const detailNames: readonly Detail[] = detailGroups.flatMap(([, names]) => names)
export const numbers: readonly Detail[] = ['postsOffered', 'averagePay', 'internPeople', 'internPay', 'jobPeople', 'jobStartingPay']

/** `occupations`: what the post was said to be; absent in drafts of earlier days. */
export type VoicedNeed = { text: string; post: string; trust: (typeof trusts)[number]; occupations?: string[] }
/** A visit as fields hold it: text everywhere, an empty one where nothing was said. */
export type VisitValues = {
  enterpriseId: string
  onDate: string
  ledBy: string
  ledByPosition: string
  receivedBy: string
  receivedByPosition: string
  details: Record<Detail, string>
  needs: VoicedNeed[]
  version: number
}

export const emptyNeed: VoicedNeed = { text: '', post: '', trust: trusts[0] }
const emptyDetails = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<Detail, string> // safe: every name of the list

export const emptyVisit = (onDate: string, ledBy: string, enterpriseId = ''): VisitValues => ({
  enterpriseId,
  onDate,
  ledBy,
  ledByPosition: '',
  receivedBy: '',
  receivedByPosition: '',
  details: emptyDetails,
  needs: [emptyNeed],
  version: 0,
})

export const toVisitValues = (visit: Visit): VisitValues => ({
  enterpriseId: visit.enterprise.id,
  onDate: visit.onDate,
  ledBy: visit.ledBy,
  ledByPosition: visit.ledByPosition ?? '',
  receivedBy: visit.receivedBy ?? '',
  receivedByPosition: visit.receivedByPosition ?? '',
  details: { ...emptyDetails, ...Object.fromEntries(Object.entries(visit.details).map(([name, value]) => [name, String(value ?? '')])) },
  needs: [],
  version: visit.version,
})

const orNull = (text: string) => text.trim() || null

/** What the fields say, as the endpoint takes it. A number that is none is sent as it is, so that the fault stands at its field. */
function toGiven(values: VisitValues) {
  const details = Object.fromEntries(
    detailNames.flatMap((name) => {
      const text = values.details[name].trim()
      if (text === '') return []
      return [[name, numbers.includes(name) ? Number(toHalfWidth(text).replaceAll(',', '')) : text]]
    }),
  ) as Visit['details'] // safe: names and kinds are those of the schema, which checks them again
  return {
    onDate: values.onDate,
    ledBy: values.ledBy,
    ledByPosition: orNull(values.ledByPosition),
    receivedBy: orNull(values.receivedBy),
    receivedByPosition: orNull(values.receivedByPosition),
    details,
  }
}

export const toAddVisit = (values: VisitValues): Ask<typeof visits.add> => ({
  body: {
    ...toGiven(values),
    enterpriseId: values.enterpriseId,
    needs: values.needs
      .filter((need) => need.text.trim())
      .map((need) => ({ text: need.text.trim(), post: orNull(need.post), trust: need.trust, ...(need.post.trim() && need.occupations?.length ? { occupations: need.occupations } : {}) })),
  },
})

export const toChangeVisit = (id: string, values: VisitValues): Ask<typeof visits.change> => ({
  params: { id },
  body: { ...toGiven(values), version: values.version },
})
