const legal = /(?:股份有限公司|有限责任公司|有限公司|集团|公司|(?:\s*[,&]?\s*(?:GmbH|AG|KG|e\.\s?K\.|Co\.?|Ltd\.?|Limited|Inc\.?|LLC|Corp\.?|Corporation|SE|plc)\b\.?)+)\s*$/iu
const industry = /(?:智能|装备|制造|科技|机械|电子|实业|自动化|精密|设备|技术|工业|贸易|物流|汽车|零部件|模具|新能源|材料|食品|酒店|餐饮|服务|信息|网络|软件|商贸|发展|工程|电气)$/u
const shortest = 2
const shortestWord = 4

/**
 * The ways people say an organisation's name: whole, without legal form, without the place before it (`places`), and the word that is left when the branch is
 * gone too. Used to hide it; too many forms hide too much, which does no harm.
 * @example nameForms('苏州恒砺智能装备有限公司', ['苏州市']) // ['苏州恒砺智能装备有限公司', '苏州恒砺智能装备', '恒砺智能装备', '恒砺']
 */
export function nameForms(name: string, places: readonly string[] = []): string[] {
  const plain = name.replace(/\s*[（(][^)）]*[)）]/gu, '').trim()
  const bare = plain.replace(legal, '').trim()
  const place = places.flatMap((one) => [one, one.replace(/[省市区县]$/u, '')]).filter((one) => one.length >= shortest && bare.startsWith(one) && bare.length > one.length).sort((a, b) => b.length - a.length)[0]
  const local = place === undefined ? bare : bare.slice(place.length).trim()
  const forms = [name, plain, bare, local, /\p{Script=Han}/u.test(local) ? withoutIndustry(local) : firstWord(local)]
  return [...new Set(forms)].filter((form) => form.length >= shortest)
}

function withoutIndustry(name: string): string {
  let core = name
  while (core.replace(industry, '').length >= shortest && industry.test(core)) core = core.replace(industry, '')
  return core
}

function firstWord(name: string): string {
  const [word = ''] = name.split(/[\s-]+/)
  return word.length >= shortestWord ? word : name
}
