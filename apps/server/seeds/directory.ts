import { creditCheckDigit, type LocalizedText } from '@guildhall/kernel'
import { addOrganisation, vetOrganisation } from '../src/modules/directory/index.ts'
import { newIdAt } from '../src/platform/clock/clock.ts'
import { type House, systemContext } from '../src/platform/context.ts'
import { ids, json } from '../src/platform/database/doors.ts'
import { asPerson, type SeedClock, type SeededPerson, type SeedPerson, seedPeople } from './people.ts'

type SeedOrganisation = {
  key: string
  kind: 'college' | 'enterprise' | 'authority' | 'certifier' | 'association'
  name: LocalizedText
  shortName: string
  domain: string
  region: string
  code: string
  providerKind?: 'public' | 'private' | 'enterprise-run' | 'mixed-ownership' | 'trade-association'
  size?: 'micro' | 'small' | 'medium' | 'large'
  industry?: string
  people: SeedPerson[]
}

const regions: { key: string; parent?: string; code: string; name: LocalizedText }[] = [
  { key: 'jiangsu', code: '320000', name: { zh: '江苏省', en: 'Jiangsu', de: 'Jiangsu' } },
  { key: 'suzhou', parent: 'jiangsu', code: '320500', name: { zh: '苏州市', en: 'Suzhou', de: 'Suzhou' } },
  { key: 'wuzhong', parent: 'suzhou', code: '320506', name: { zh: '吴中区', en: 'Wuzhong', de: 'Wuzhong' } },
  { key: 'xiangcheng', parent: 'suzhou', code: '320507', name: { zh: '相城区', en: 'Xiangcheng', de: 'Xiangcheng' } },
  { key: 'kunshan', parent: 'suzhou', code: '320583', name: { zh: '昆山市', en: 'Kunshan', de: 'Kunshan' } },
]

/** The organisations of the region: none of them exists. Credit codes carry a right check digit and an invented body. */
const organisations: SeedOrganisation[] = [
  {
    key: 'tanxi',
    kind: 'college',
    name: { zh: '苏州檀溪职业技术学院', en: 'Suzhou Tanxi Vocational College', de: 'Berufskolleg Tanxi, Suzhou' },
    shortName: '檀溪学院',
    domain: 'tanxi.example',
    region: 'wuzhong',
    code: '12320500MA1TX001',
    providerKind: 'public',
    people: [
      { key: 'lead', name: '陈华', roles: ['lead', 'teacher'], position: '机电一体化技术专业带头人' },
      { key: 'teacher', name: '沈佳宁', roles: ['teacher'], position: '机电系讲师' },
      { key: 'teacher2', name: '王志远', roles: ['teacher'], position: '数控技术教师' },
      { key: 'teacher3', name: '周敏', roles: ['teacher'], position: '物流管理教师' },
      { key: 'office', name: '李秀兰', roles: ['office'], position: '校企合作办公室干事' },
      { key: 'dean', name: '顾建国', roles: ['administrator', 'lead'], position: '教务处处长' },
      { key: 'classteacher', name: '孙悦', roles: ['class-teacher'], position: '机电2601班辅导员' },
      { key: 'lead2', name: '吴海燕', roles: ['lead', 'teacher'], position: '物流管理专业带头人' },
    ],
  },
  {
    key: 'lihu',
    kind: 'college',
    name: { zh: '昆山蠡湖技师学院', en: 'Kunshan Lihu Technician College', de: 'Technikerschule Lihu, Kunshan' },
    shortName: '蠡湖技师',
    domain: 'lihu.example',
    region: 'kunshan',
    code: '52320583MA1LH002',
    providerKind: 'private',
    people: [
      { key: 'lead', name: '赵立新', roles: ['lead', 'teacher'], position: '数控专业主任' },
      { key: 'teacher', name: '钱雪梅', roles: ['teacher'], position: '数控教师' },
      { key: 'office', name: '冯丽', roles: ['office', 'administrator'], position: '办公室主任' },
    ],
  },
  {
    key: 'hengli',
    kind: 'enterprise',
    name: { zh: '苏州恒砺智能装备有限公司', en: 'Hengli Intelligent Equipment (Suzhou)', de: 'Hengli Anlagenbau Suzhou' },
    shortName: '恒砺装备',
    domain: 'hengli.example',
    region: 'wuzhong',
    code: '91320506MA1HL003',
    size: 'large',
    industry: '智能装备制造',
    people: [
      { key: 'hr', name: '何静', roles: ['hr'], position: '人力资源经理' },
      { key: 'mentor', name: '许师傅', roles: ['mentor'], position: '三线班长' },
    ],
  },
  {
    key: 'bosheng',
    kind: 'enterprise',
    name: { zh: '昆山博盛精密机械有限公司', en: 'Bosheng Precision Machining', de: 'Bosheng Präzisionstechnik' },
    shortName: '博盛精密',
    domain: 'bosheng.example',
    region: 'kunshan',
    code: '91320583MA1BK004',
    size: 'medium',
    industry: '精密加工',
    people: [
      { key: 'hr', name: '唐薇', roles: ['hr'], position: '人事主管' },
      { key: 'mentor', name: '马国强', roles: ['mentor'], position: '数控车间主任' },
    ],
  },
  {
    key: 'yunda',
    kind: 'enterprise',
    name: { zh: '苏州云达供应链管理有限公司', en: 'Yunda Supply Chain', de: 'Yunda Logistik' },
    shortName: '云达供应链',
    domain: 'yunda.example',
    region: 'xiangcheng',
    code: '91320507MA1YD005',
    size: 'medium',
    industry: '仓储物流',
    people: [{ key: 'hr', name: '罗晓燕', roles: ['hr'], position: '招聘负责人' }],
  },
  {
    key: 'linde',
    kind: 'enterprise',
    name: { zh: '林德尔传动系统（苏州）有限公司', en: 'Lindauer Drives (Suzhou)', de: 'Lindauer Antriebstechnik Suzhou' },
    shortName: 'Lindauer',
    domain: 'lindauer.example',
    region: 'wuzhong',
    code: '91320506MA1LD006',
    size: 'medium',
    industry: '传动设备',
    people: [{ key: 'hr', name: 'Katrin Vogel', roles: ['hr'], position: 'HR Business Partner', language: 'de' }],
  },
  {
    key: 'fulin',
    kind: 'enterprise',
    name: { zh: '福林包装机械厂', en: 'Fulin Packaging Machines', de: 'Fulin Verpackungsmaschinen' },
    shortName: '福林包装',
    domain: 'fulin.example',
    region: 'xiangcheng',
    code: '91320507MA1FL007',
    size: 'micro',
    industry: '包装机械',
    people: [{ key: 'owner', name: '郑福林', roles: ['owner', 'hr'], position: '厂长' }],
  },
  {
    key: 'northgate',
    kind: 'enterprise',
    name: { zh: '北门机器人集成（昆山）有限公司', en: 'Northgate Robotics Integration', de: 'Northgate Robotics' },
    shortName: 'Northgate',
    domain: 'northgate.example',
    region: 'kunshan',
    code: '91320583MA1NG008',
    size: 'small',
    industry: '机器人集成',
    people: [{ key: 'hr', name: 'Emily Carter', roles: ['hr'], position: 'People lead', language: 'en' }],
  },
  {
    key: 'bureau',
    kind: 'authority',
    name: {
      zh: '苏州市教育局职业教育处（演示）',
      en: 'Suzhou Education Bureau, vocational division (demonstration)',
      de: 'Bildungsamt Suzhou, Berufsbildung (Demonstration)',
    },
    shortName: '市教育局',
    domain: 'bureau.example',
    region: 'suzhou',
    code: '11320500MB1ED009',
    people: [{ key: 'supervisor', name: '蒋文', roles: ['supervisor'], position: '职教处科长' }],
  },
  {
    key: 'certifier',
    kind: 'certifier',
    name: { zh: '江南职业技能评价中心', en: 'Jiangnan Skills Assessment Centre', de: 'Prüfungszentrum Jiangnan' },
    shortName: '江南评价',
    domain: 'certifier.example',
    region: 'suzhou',
    code: '52320500MJ1CT010',
    people: [{ key: 'examiner', name: '韩梅', roles: ['examiner'], position: '考务主管' }],
  },
  {
    key: 'association',
    kind: 'association',
    name: { zh: '苏州市装备制造行业协会', en: 'Suzhou Equipment Makers’ Association', de: 'Verband der Anlagenbauer Suzhou' },
    shortName: '装备协会',
    domain: 'association.example',
    region: 'suzhou',
    code: '51320500MJ1AX011',
    providerKind: 'trade-association',
    people: [{ key: 'delegate', name: '曹永明', roles: ['delegate', 'administrator'], position: '秘书长' }],
  },
]

/** What later seeds need: organisations and people by their keys (`hengli`, `tanxi.lead`). */
export type SeededDirectory = Readonly<{ organisation: (key: string) => string; person: (key: string) => SeededPerson }>

export async function seedDirectory(house: House, clock: SeedClock): Promise<SeededDirectory> {
  clock.set('2026-03-02T01:00:00Z')
  const ctx = systemContext(house, 'seed')
  const regionIds = new Map<string, { id: string; ancestors: string[] }>()
  for (const region of regions) {
    const parent = region.parent ? regionIds.get(region.parent)! : undefined
    const made = { id: newIdAt(ctx.now), ancestors: parent ? [...parent.ancestors, parent.id] : [] }
    await house.db
      .insertInto('regions')
      .values({ id: made.id, parentId: parent?.id ?? null, code: region.code, name: json(region.name), ancestors: ids(made.ancestors) })
      .execute()
    regionIds.set(region.key, made)
  }
  const organisationIds = new Map<string, string>()
  const people = new Map<string, SeededPerson>()
  for (const one of organisations) {
    const creditCode = one.code + '0'.repeat(17 - one.code.length)
    const added = await addOrganisation(ctx, {
      kind: one.kind,
      name: one.name,
      shortName: one.shortName,
      creditCode: creditCode + creditCheckDigit(creditCode),
      regionId: regionIds.get(one.region)!.id,
      ...(one.providerKind ? { providerKind: one.providerKind } : {}),
      ...(one.size ? { size: one.size } : {}),
      ...(one.industry ? { industry: one.industry } : {}),
    })
    organisationIds.set(one.key, added.id)
    for (const person of await seedPeople(house, { id: added.id, kind: one.kind, domain: one.domain }, one.people))
      people.set(`${one.key}.${person.key}`, person)
  }
  const seeded: SeededDirectory = { organisation: (key) => organisationIds.get(key)!, person: (key) => people.get(key)! }
  clock.set('2026-03-05T02:00:00Z')
  for (const key of ['hengli', 'bosheng', 'yunda', 'linde', 'northgate']) {
    await vetOrganisation(asPerson(house, seeded.person('tanxi.office')), seeded.organisation(key), {
      state: 'vetted',
      note: '已查营业执照，实地走访。',
    })
  }
  return seeded
}
