import { addProposal, addTeachingRecord, approveProposal, castVote, closeOpinions, closeVote, describeUnit, getProgramme, giveOpinion, refuseProposal, submitProposal } from '../src/modules/programmes/index.ts'
import type { House } from '../src/platform/context.ts'
import type { SeededDirectory } from './directory.ts'
import type { SeededNeeds } from './needs.ts'
import { asPerson, type SeedClock } from './people.ts'
import type { SeededProgrammes } from './programmes.ts'

/** What teachers said of their units, and what was really taught: major, cohort, unit, outcomes with depth. */
const described: readonly (readonly [code: string, cohort: number, teacher: string, unit: string, outcomes: readonly (readonly [key: string, depth: 'touched' | 'taught' | 'assessed'])[], recordedHours: number])[] = [
  ['460301', 2026, 'tanxi.teacher', 'PLC程序监控', [['plc', 'assessed']], 12],
  ['460301', 2026, 'tanxi.teacher', '安全用电', [['lockout', 'taught']], 12],
  ['460301', 2026, 'tanxi.teacher', '日常点检', [['shiftbook', 'touched']], 0],
  ['460301', 2026, 'tanxi.teacher', '机器人手动操作', [], 0],
  ['460301', 2026, 'tanxi.teacher', '传感器安装与调试', [], 0],
  ['460103', 2026, 'tanxi.teacher2', '对刀与首件', [['firstpiece', 'assessed']], 20],
  ['460103', 2026, 'tanxi.teacher2', '公差与配合', [['drawing', 'taught']], 0],
  ['460103', 2026, 'tanxi.teacher2', '批量加工', [['toollife', 'touched']], 0],
  ['530802', 2026, 'tanxi.teacher3', '在库盘点', [['stocktake', 'assessed']], 16],
  ['530802', 2026, 'tanxi.teacher3', '叉车安全驾驶', [['forklift', 'assessed']], 20],
  ['660103', 2026, 'lihu.teacher', '普通车床操作', [['thread', 'taught']], 0],
]

/** Proposals in every stage: adopted, refused, under vote, in draft. Made by the people whose business they are, on their days. */
export async function seedProposals(house: House, clock: SeedClock, directory: SeededDirectory, programmes: SeededProgrammes, needs: SeededNeeds): Promise<void> {
  const as = (key: string) => asPerson(house, directory.person(key))
  for (const [code, cohort, teacher, unitName, outcomes, hours] of described) {
    clock.set('2026-07-20T02:00:00Z')
    const programme = await getProgramme(as(teacher), programmes.programme(code, cohort))
    const unit = programme.courseList.flatMap((one) => one.units).find((one) => one.name === unitName)!
    await describeUnit(as(teacher), unit.id, { outcomes: outcomes.map(([key, depth]) => ({ outcomeId: needs.outcome(key), depth, assessment: depth === 'assessed' ? '实操考核' : null })) })
    clock.set('2026-10-30T02:00:00Z')
    const className = [...['机电一体化技术2601', '数控技术2601', '现代物流管理2601', '数控加工2601']].find((name) => name.startsWith(programme.major.name.zh ?? ''))!
    if (hours > 0) await addTeachingRecord(as(teacher), { classId: programmes.class(className), unitId: unit.id, term: '2026-2027-1', hours, taughtBy: directory.person(teacher).name, side: 'college' })
  }

  const propose = async (by: string, code: string, cohort: number, courseCode: string, key: string, title: string, grounds: string, unit: { name: string; content: string; hoursTheory: number; hoursPractice: number; assessment: string | null }) => {
    const held = await house.db.selectFrom('trainingProgrammes').select('id').where('majorId', '=', programmes.major(code)).where('cohort', '=', cohort).executeTakeFirstOrThrow()
    const programme = await getProgramme(as(by), held.id)
    const course = programme.courseList.find((one) => one.code === courseCode)!
    return (await addProposal(as(by), { programmeId: programme.id, title, grounds, fromCohort: cohort + 1, outcomeIds: [needs.outcome(key)], changes: [{ kind: 'add-unit', courseVersionId: course.versionId, outcomeIds: [needs.outcome(key)], ...unit }] })).id
  }
  const vote = async (id: string, votes: Record<string, 'yes' | 'no' | 'abstain'>) => {
    for (const [who, one] of Object.entries(votes)) await castVote(as(who), id, { vote: one })
  }

  clock.set('2026-09-07T02:00:00Z')
  const adopted = await propose('tanxi.teacher', '460301', 2026, '12306', 'stop', '自动线课程增加“停线故障诊断”单元', '三家企业都提到夜班或无人带班时要能自己查停线原因，现行方案没有单元承载。', { name: '停线故障诊断', content: '在运行的自动线上设置故障，学生独立查明停线原因并恢复。', hoursTheory: 4, hoursPractice: 12, assessment: '设置三处故障，限时查明' })
  const refused = await propose('tanxi.teacher2', '460103', 2026, '12404', 'fiveaxis', '铣削课程增加五轴加工单元', '博盛精密反映订单以五轴件为主。', { name: '五轴加工基础', content: '五轴定位加工与防碰撞。', hoursTheory: 8, hoursPractice: 24, assessment: null })
  for (const id of [adopted, refused]) await submitProposal(as(id === adopted ? 'tanxi.teacher' : 'tanxi.teacher2'), id, undefined)
  clock.set('2026-09-14T02:00:00Z')
  await giveOpinion(as('bosheng.hr'), adopted, { stance: 'for', text: '夜班确实缺这样的人。' })
  await giveOpinion(as('association.delegate'), adopted, { stance: 'for', text: '会员企业普遍需要，建议同时面向在职人员开班。' })
  await giveOpinion(as('tanxi.teacher2'), adopted, { stance: 'neither', text: '实训台每班只有四套，要错峰排课。' })
  await giveOpinion(as('tanxi.teacher'), refused, { stance: 'against', text: '没有五轴设备，只能看视频。' })
  clock.set('2026-09-21T02:00:00Z')
  for (const id of [adopted, refused]) await closeOpinions(as('tanxi.lead'), id)
  await vote(adopted, { 'tanxi.lead': 'yes', 'tanxi.teacher': 'yes', 'tanxi.teacher2': 'yes', 'tanxi.teacher3': 'abstain' })
  await vote(refused, { 'tanxi.lead': 'yes', 'tanxi.teacher': 'no', 'tanxi.teacher2': 'yes' })
  clock.set('2026-09-28T02:00:00Z')
  for (const id of [adopted, refused]) await closeVote(as('tanxi.dean'), id)
  clock.set('2026-10-12T02:00:00Z')
  await approveProposal(as('tanxi.dean'), adopted, { reason: '需求明确，设备可以解决，同意从2027级起实施。', documentNumber: '檀教〔2026〕31号' })
  await refuseProposal(as('tanxi.dean'), refused, { reason: '学校两年内没有购置五轴设备的计划；已联系博盛商量到企业车间上课，条件落实后再议。', documentNumber: '檀教〔2026〕32号' })

  clock.set('2026-11-02T02:00:00Z')
  const voting = await propose('tanxi.teacher3', '530802', 2026, '13504', 'wms', '仓储信息系统课程增加“异常单排查”单元', '云达供应链反映卡单后新人不会查。', { name: '异常单排查', content: '在练习系统中设置卡单，定位环节并找到责任岗位。', hoursTheory: 4, hoursPractice: 8, assessment: '二十分钟内定位两处卡单' })
  await submitProposal(as('tanxi.teacher3'), voting, undefined)
  clock.set('2026-11-16T02:00:00Z')
  await closeOpinions(as('tanxi.lead2'), voting)
  await vote(voting, { 'tanxi.lead': 'yes', 'tanxi.teacher3': 'yes' })

  clock.set('2026-11-19T02:00:00Z')
  await propose('tanxi.teacher', '460301', 2027, '12305', 'calibrate', '机器人课程增加工具坐标校准的考核', '两家企业要求换工具后自行校准，误差不超过0.5毫米。', { name: '工具坐标校准', content: '更换夹爪后用四点法标定，激光测距验证。', hoursTheory: 2, hoursPractice: 6, assessment: '误差不超过0.5毫米' })
}
