import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAxeFindings } from '../browser.ts'
import { arriveSignedIn, desk, openPage, openStage, phone, some } from './stage.ts'

const heard: string[] = []
/** A model that always turns the candidates round. */
const model = http.createServer((request, response) => {
  let text = ''
  request.on('data', (part: Buffer) => { text += part.toString() })
  request.on('end', () => {
    heard.push(text)
    const asked = (JSON.parse(text) as { messages: { content: string }[] }).messages[1]?.content ?? ''
    const n = [...asked.matchAll(/^\d+\. /gm)].length
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ order: Array.from({ length: n }, (_, i) => n - i) }) } }] }))
  })
})
const port = await new Promise<number>((done) => model.listen(0, '127.0.0.1', () => done((model.address() as AddressInfo).port)))
const stage = openStage({ environment: { MODEL_URL: `http://127.0.0.1:${port}/v1`, MODEL_NAME: 'stand-in' } })

let college = ''
beforeAll(async () => {
  college = (await (await stage.town.as('tanxi.lead')).get('/api/v1/organisations?q=tanxi')).body.items[0].id
})
afterAll(() => model.close())

test.each(some([['zh-CN', desk], ['en', phone]] as const, 0))('a lead agrees, reads what is sent, asks, and sees what came of it: %s', async (locale, viewport) => {
  const hr = await stage.town.as('hengli.hr')
  // A question that was answered before is not asked again.
  const hall = locale === 'en' ? '四车间' : '三车间'
  const need = (await hr.post('/api/v1/needs', { text: `恒砺的方志明13812345678说${hall}的人要会操作加工中心加工零件，会测量尺寸`, givenTo: [college] })).body
  await hr.patch(`/api/v1/needs/${need.id}`, { version: need.version, opened: true })
  const lead = await stage.town.as('tanxi.lead')
  await lead.post('/api/v1/session/language', { language: locale })
  await lead.delete('/api/v1/language-model/consent')
  heard.length = 0
  const { page, context } = await openPage(stage, viewport, locale)
  await arriveSignedIn(stage, page, 'lead@tanxi.example')
  const button = (zh: string, en: string) => page.getByRole('button', { name: locale === 'en' ? en : zh, exact: false })

  await page.goto(`${stage.base}/needs/${need.id}/workbench`)
  await page.locator('#words').waitFor()
  expect(await button('第二意见', 'Second opinion').count()).toBe(0)

  await page.goto(`${stage.base}/settings/language-model`)
  await button('同意使用该模型', 'Agree to this model').click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await button('撤回同意', 'Take it back').waitFor()
  expect(await listAxeFindings(page)).toEqual([])

  await page.goto(`${stage.base}/needs/${need.id}/workbench`)
  await button('第二意见', 'Second opinion').click()
  const sent = page.getByRole('dialog').locator('blockquote')
  await sent.waitFor()
  expect(await sent.innerText()).toBe(`[name]的[name][phone]说${hall}的人要会操作加工中心加工零件，会测量尺寸`)
  expect(await listAxeFindings(page)).toEqual([])
  expect(heard).toEqual([])
  await button('发送并提问', 'Send and ask').click()
  await page.getByText(locale === 'en' ? 'stand-in weighed in on the order' : 'stand-in 参与了排序').waitFor()
  expect([heard.length, heard.join().includes('13812345678')]).toEqual([1, false])
  await context.close()
  expect(stage.faults).toEqual([])
})
