import { expect, test } from 'vitest'
import { listAxeFindings } from '../browser.ts'
import { arriveSignedIn, desk, openPage, openStage, phone, type Viewport } from './stage.ts'

const stage = openStage()

const adverts = {
  zh: { text: '岗位职责：\n1、负责自动化产线的日常保养；\n2、会用万用表查24V控制回路，十分钟内找到断点。\n待遇：包吃住，月薪六千。', outcome: /万用表/, offer: '包吃住，月薪六千' },
  en: { text: 'You will set up CNC lathes from drawings. You can find faults in the control cabinet within 20 minutes. We offer free lunch and a pension.', outcome: /CNC lathes/i, offer: 'We offer free lunch and a pension' },
  de: { text: 'Sie richten CNC-Drehmaschinen nach Zeichnung ein. Die Wartung der Anlage erledigen Sie selbstständig. Wir bieten 30 Tage Urlaub.', outcome: /CNC-Drehmaschinen/, offer: 'Wir bieten 30 Tage Urlaub' },
} as const

test.each<[keyof typeof adverts, string, Viewport]>([
  ['zh', 'zh-CN', desk],
  ['en', 'en', phone],
  ['de', 'de', desk],
])('an advert in %s: what is asked becomes outcomes with the words they came from, what is offered stays aside', async (language, locale, viewport) => {
  await (await stage.town.as('tanxi.teacher')).post('/api/v1/session/language', { language: locale })
  const { page, context } = await openPage(stage, viewport, locale)
  await arriveSignedIn(stage, page, 'teacher@tanxi.example')
  await page.goto(`${stage.base}/translate`)
  const { text, outcome, offer } = adverts[language]
  await page.locator('textarea').first().fill(text)
  await page.locator('button[type=submit]').click()
  await page.locator('section[id^=statement-] b').filter({ hasText: outcome }).first().waitFor()
  // Every span leads to what it made: by keyboard as well.
  const span = page.locator('a[data-span]').first()
  await span.focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('statement-0')
  const aside = page.locator('section[id^=statement-]').filter({ hasText: offer })
  expect(await aside.locator('dl').count()).toBe(0)
  // The same outcome in three languages; where one lacks words, that is said.
  const first = page.locator('section[id^=statement-]').filter({ hasText: outcome }).first()
  const slots = await first.locator('dt').count()
  await page.locator('input[type=checkbox]').first().check()
  expect(await first.locator('dt').count()).toBeGreaterThanOrEqual(slots + 3)
  await first.locator(`dd [lang=${language}]`).filter({ hasText: outcome }).first().waitFor()
  expect(await listAxeFindings(page)).toEqual([])
  // Nothing of it was kept.
  expect((await (await stage.town.as('tanxi.teacher')).get(`/api/v1/search?q=${encodeURIComponent(text.slice(8, 20))}`)).body.items ?? []).toEqual([])
  await context.close()
  expect(stage.faults).toEqual([])
})

test('what a college accepted for an enterprise helps with that enterprise, and not with its competitor', async () => {
  const lead = await stage.town.as('tanxi.lead')
  const college = (await lead.get('/api/v1/organisations?q=tanxi')).body.items[0].id as string
  const words = '老虎钳那台要会喂料'
  const say = async (who: string) => (await (await stage.town.as(who)).post('/api/v1/needs', { text: words, givenTo: [college] })).body.id as string
  const proposed = async (id: string) =>
    ((await lead.get(`/api/v1/needs/${id}/workbench`)).body.translation.statements as { links: { concept: string; reasons: { code: string }[] }[] }[]).flatMap((one) => one.links.flatMap((link) => link.reasons.map((reason) => `${link.concept} ${reason.code}`)))
  const concept = { taxonomy: 'gh', concept: 'gh:cnc:001', label: '识读机械零件图' }
  for (const id of [await say('hengli.hr'), await say('hengli.hr')]) {
    const outcome = { action: { zh: '喂料' }, object: { zh: '夹持设备' }, level: 3, evidenceForm: 'observed', concepts: [concept] }
    expect((await lead.post(`/api/v1/needs/${id}/outcomes`, { spans: [{ start: 0, end: words.length }], draft: null, outcome })).status).toBe(200)
  }
  const again = await say('hengli.hr')
  const { remembered } = (await lead.get(`/api/v1/needs/${again}/workbench`)).body as { remembered: { id: string; text: { zh: string }; times: number; span: { start: number; end: number } }[] }
  expect(remembered.map((one) => [one.text.zh, one.span])).toEqual(Array.from({ length: 2 }, () => ['喂料夹持设备', { start: 0, end: words.length }]))
  expect((await lead.post(`/api/v1/needs/${again}/outcomes`, { spans: [remembered[0]!.span], draft: null, outcomeId: remembered[0]!.id })).status).toBe(200)
  expect((await lead.get(`/api/v1/needs/${await say('bosheng.hr')}/workbench`)).body.remembered).toEqual([])
  expect(await proposed(await say('hengli.hr'))).toContain('gh:cnc:001 accepted-before')
  expect((await proposed(await say('bosheng.hr'))).filter((one) => one.endsWith('accepted-before'))).toEqual([])
})

test('an unknown trade is said to be unknown', async () => {
  const teacher = await stage.town.as('tanxi.teacher')
  const { translation } = (await teacher.post('/api/v1/translations', { text: '会给管风琴的簧片调音。', language: 'zh' })).body
  expect(translation.reasons.map((one: { code: string }) => one.code)).toContain('unknown-trade')
})
