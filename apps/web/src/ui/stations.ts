import {
  type Icon,
  IconAlertTriangle,
  IconBook2,
  IconBuilding,
  IconCertificate,
  IconGavel,
  IconQuote,
  IconRosetteDiscountCheck,
  IconRubberStamp,
  IconTargetArrow,
  IconTool,
} from '@tabler/icons-react'

/** The seven stations of the thread, in its order. */
export const stations = ['need', 'outcome', 'unit', 'task', 'evidence', 'certificate', 'decision'] as const
export type Station = (typeof stations)[number]
export type Dye = 'qing' | 'woad' | 'walnut' | 'moss' | 'gardenia' | 'madder' | 'gromwell' | 'cinnabar' | 'ink'

export const stationLook: Readonly<Record<Station, { dye: Dye; icon: Icon }>> = {
  need: { dye: 'gardenia', icon: IconQuote },
  outcome: { dye: 'qing', icon: IconTargetArrow },
  unit: { dye: 'woad', icon: IconBook2 },
  task: { dye: 'walnut', icon: IconTool },
  evidence: { dye: 'moss', icon: IconRosetteDiscountCheck },
  certificate: { dye: 'gromwell', icon: IconCertificate },
  decision: { dye: 'ink', icon: IconGavel },
}

/** Kinds of things and the station they belong to; a kind that is not here has none. */
const stationOfKind: Readonly<Record<string, Station>> = {
  need: 'need',
  signal: 'need',
  outcome: 'outcome',
  competence: 'outcome',
  unit: 'unit',
  course: 'unit',
  programme: 'unit',
  major: 'unit',
  'work-task': 'task',
  place: 'task',
  post: 'task',
  evidence: 'evidence',
  log: 'evidence',
  certificate: 'certificate',
  credit: 'certificate',
  achievement: 'certificate',
  decision: 'decision',
  'change-proposal': 'decision',
  indicator: 'decision',
}
export const findStation = (kind: string): Station | undefined => stationOfKind[kind]

/** Icon and dye of a kind of thing, for chips, search results and timelines. */
export function lookOf(kind: string): { dye: Dye; icon: Icon } {
  const station = findStation(kind)
  if (station) return stationLook[station]
  if (kind === 'incident') return { dye: 'madder', icon: IconAlertTriangle }
  if (kind === 'signature') return { dye: 'cinnabar', icon: IconRubberStamp }
  return { dye: 'ink', icon: IconBuilding }
}
