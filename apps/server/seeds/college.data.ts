import type { SeedPerson } from './people.ts'

/** Surnames and given names of our own choice: joined by their places, so that no name is meant for anybody. First half women, second men. */
export const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚']
export const givenNames = [
  '雨晴', '思琪', '佳怡', '梦瑶', '欣然', '诗涵', '婉清', '晓彤', '静雯', '若曦', '子涵', '可欣', '语桐', '芷若', '安然', '乐怡', '书瑶', '美琳', '秋月', '文静',
  '浩然', '子轩', '俊杰', '宇航', '博文', '志强', '天佑', '明哲', '嘉豪', '泽宇', '一鸣', '建宏', '凯文', '立群', '晨阳', '海涛', '振华', '家乐', '文博', '少华',
] as const

export const campusesOf = {
  tanxi: [{ name: { zh: '吴中校区', en: 'Wuzhong campus', de: 'Standort Wuzhong' }, address: '苏州市吴中区檀溪路1号' }, { name: { zh: '相城实训基地', en: 'Xiangcheng training centre', de: 'Lehrwerkstatt Xiangcheng' }, address: '苏州市相城区工匠路8号' }],
  lihu: [{ name: { zh: '昆山校区', en: 'Kunshan campus', de: 'Standort Kunshan' }, address: '昆山市蠡湖路66号' }],
} as const

export const departmentsOf = {
  tanxi: [
    { name: { zh: '机电工程系', en: 'Mechanical and electrical engineering', de: 'Maschinenbau und Elektrotechnik' }, code: 'JD', campus: 0 },
    { name: { zh: '数控技术系', en: 'Numerical control', de: 'CNC-Technik' }, code: 'SK', campus: 1 },
    { name: { zh: '现代物流系', en: 'Logistics', de: 'Logistik' }, code: 'WL', campus: 0 },
  ],
  lihu: [
    { name: { zh: '数控工程系', en: 'Machining', de: 'Zerspanung' }, code: 'SK', campus: 0 },
    { name: { zh: '智能制造系', en: 'Smart manufacturing', de: 'Intelligente Fertigung' }, code: 'ZN', campus: 0 },
    { name: { zh: '公共基础部', en: 'General education', de: 'Allgemeinbildung' }, code: 'JC', campus: 0 },
  ],
} as const

/** 2026–2027: two terms, the National Day week with its two exchanged days, winter and spring holidays within the terms. */
export const schoolYear = {
  name: '2026-2027', starts: '2026-09-01', ends: '2027-07-31',
  calendar: {
    terms: [{ key: '1', from: '2026-09-01', to: '2027-01-22', examWeeks: [20, 21] }, { key: '2', from: '2027-02-22', to: '2027-07-09', examWeeks: [19, 20] }],
    holidays: [{ from: '2026-09-25', to: '2026-09-27', name: '中秋节' }, { from: '2026-10-01', to: '2026-10-07', name: '国庆节' }, { from: '2027-01-01', to: '2027-01-03', name: '元旦' }, { from: '2027-04-03', to: '2027-04-05', name: '清明节' }, { from: '2027-05-01', to: '2027-05-05', name: '劳动节' }],
    workdays: [{ date: '2026-09-20', as: '2026-10-06' }, { date: '2026-10-10', as: '2026-10-07' }],
  },
}

const teacher = (key: string, name: string, position: string): SeedPerson => ({ key, name, roles: ['teacher'], position })
const classTeacher = (key: string, name: string, position: string): SeedPerson => ({ key, name, roles: ['class-teacher', 'teacher'], position })

export const moreTeachers: Readonly<Record<'tanxi' | 'lihu', readonly SeedPerson[]>> = {
  tanxi: [
    teacher('teacher4', '董晓梅', '电气自动化教师'), teacher('teacher5', '程立伟', '工业机器人教师'), teacher('teacher6', '田雨', '公共基础课教师'), teacher('teacher7', '苏文斌', '仓储实务教师'),
    classTeacher('tutor1', '魏红', '辅导员'), classTeacher('tutor2', '吕明', '辅导员'), classTeacher('tutor3', '任静', '辅导员'), classTeacher('tutor4', '姚建', '辅导员'), classTeacher('tutor5', '潘丽', '辅导员'),
    { key: 'placement', name: '蔡勇', roles: ['office'], position: '实习就业办公室干事' }, { key: 'registry', name: '余洁', roles: ['office'], position: '学籍科科员' },
  ],
  lihu: [
    teacher('teacher2', '丁伟', '机械加工教师'), teacher('teacher3', '杜欣', '公共基础课教师'), classTeacher('tutor1', '叶青', '班主任'), classTeacher('tutor2', '邓涛', '班主任'), { key: 'registry', name: '彭芳', roles: ['office'], position: '学生科科员' },
  ],
}

/** More people of the partners, by the key of their organisation. */
export const morePartners: Readonly<Record<string, readonly SeedPerson[]>> = {
  hengli: [{ key: 'mentor2', name: '顾师傅', roles: ['mentor'], position: '装配班长' }, { key: 'mentor3', name: '陆师傅', roles: ['mentor'], position: '电气调试工程师' }, { key: 'mentor4', name: '范师傅', roles: ['mentor'], position: '设备维修组长' }, { key: 'hr2', name: '夏琳', roles: ['hr'], position: '培训专员' }, { key: 'admin', name: '方志明', roles: ['administrator', 'hr'], position: '人力资源总监' }],
  bosheng: [{ key: 'mentor2', name: '石师傅', roles: ['mentor'], position: '磨工组长' }, { key: 'mentor3', name: '龚师傅', roles: ['mentor'], position: '质检员' }, { key: 'hr2', name: '贾楠', roles: ['hr'], position: '人事专员' }],
  yunda: [{ key: 'mentor', name: '邹师傅', roles: ['mentor'], position: '仓库主管' }, { key: 'mentor2', name: '熊师傅', roles: ['mentor'], position: '配送组长' }, { key: 'hr2', name: '孟佳', roles: ['hr'], position: '人事专员' }],
  linde: [{ key: 'mentor', name: 'Jonas Beck', roles: ['mentor'], position: 'Ausbilder Mechatronik', language: 'de' }, { key: 'mentor2', name: '秦师傅', roles: ['mentor'], position: '装配技师' }],
  fulin: [{ key: 'mentor', name: '郝师傅', roles: ['mentor'], position: '钳工' }],
  northgate: [{ key: 'mentor', name: 'Daniel Ward', roles: ['mentor'], position: 'Senior robot engineer', language: 'en' }, { key: 'mentor2', name: '江师傅', roles: ['mentor'], position: '机器人调试' }],
  bureau: [{ key: 'wuzhong', name: '史平', roles: ['supervisor'], position: '吴中区职教专员' }, { key: 'xiangcheng', name: '侯敏', roles: ['supervisor'], position: '相城区职教专员' }, { key: 'kunshan', name: '龙飞', roles: ['supervisor'], position: '昆山市职教专员' }],
  certifier: [{ key: 'examiner2', name: '万强', roles: ['examiner'], position: '考评员' }, { key: 'examiner3', name: '段玲', roles: ['examiner'], position: '考评员' }],
  association: [{ key: 'delegate2', name: '雷军民', roles: ['delegate'], position: '副秘书长' }],
}
