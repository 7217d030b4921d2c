import type { TaxonomyName } from '../readers/taxonomy-item.ts'

export type Origin = Readonly<{ source: string; licence: string }>

/** Where a taxonomy comes from, and the sentence that its publisher asks of everybody who uses it. */
export function originOf(taxonomy: TaxonomyName, version: string): Origin {
  if (taxonomy !== 'onet') return origins[taxonomy]
  const name = ['the O*NET', version, 'Database'].filter(Boolean).join(' ')
  return {
    source: 'https://www.onetcenter.org/database.html',
    licence: `This product includes information from ${name} by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license.`,
  }
}

const origins: Readonly<Record<Exclude<TaxonomyName, 'onet'>, Origin>> = {
  esco: { source: 'https://esco.ec.europa.eu', licence: 'CC BY 4.0. This service uses the ESCO classification of the European Commission.' },
  csco: { source: '中华人民共和国职业分类大典（2022年版）', licence: '官方文件 (official document)' },
  majors: { source: '教育部《职业教育专业目录》', licence: '官方文件 (official document)' },
  'skill-standards': { source: '人力资源和社会保障部《国家职业标准》', licence: '官方文件 (official document)' },
  kldb: { source: 'Bundesagentur für Arbeit, Klassifikation der Berufe 2010', licence: 'Quelle: Statistik der Bundesagentur für Arbeit (amtliche Klassifikation)' },
}
