import type { taxonomyEn } from './taxonomy.en.ts'

/** Names of taxonomies and refusals of their import. */
export const taxonomyZhCN: Record<keyof typeof taxonomyEn, string> = {
  'taxonomy.name-guildhall': '起步词库',
  'taxonomy.name-esco': 'ESCO 欧洲技能与职业分类',
  'taxonomy.name-csco': '中国职业分类大典',
  'taxonomy.name-majors': '职业教育专业目录',
  'taxonomy.name-skill-standards': '国家职业技能标准',
  'taxonomy.name-kldb': '德国职业分类（KldB 2010）',
  'taxonomy.name-onet': 'O*NET 美国职业信息库',
  'problem.not-a-taxonomy': '这个文件不是系统能读取的分类。请上传 ESCO、O*NET、KldB 2010、职业分类大典、专业目录或技能标准的压缩包或表格，并保留原文件名。',
  'problem.broken-taxonomy-file': '“{name}”已损坏、有密码，或解压后过大。请重新保存后再上传。',
  'problem.taxonomy-is-loading': '目录还在读取中，请等导入结束，或重新导入。',
  'taxonomy-reject.companion-missing': '{file} 是对另一张表的补充，请与“{needed}”放在同一个 ZIP 里上传。',
  'taxonomy-reject.not-in-edition': '{file} 第 {line} 行：{edition} 中没有 {value}，译名无处可加，该行未导入。',
  'concepts.relation.used-in-from': '用于',
  'concepts.relation.used-in-to': '使用',
  'branch.depth': '层级',
  'branch.above': '上级代码',
  'branch.also': '其他名称',
}
