// 2,000 Chinese characters through the warm server: what a person waits for when a long list of wishes is pasted.
import { seedNeeds } from '../apps/server/seeds/needs.data.ts'
import { writeResults } from './_harness.ts'
import { machine, openRegion, timeRequests } from './_region.ts'

const limit = 300
const characters = 2000
const chinese = seedNeeds.map((need) => need.text).filter((text) => /\p{Script=Han}/u.test(text))

/** Another text each time, so that no memory of the last answer helps. */
const textOf = (turn: number): string => {
  let text = ''
  for (let at = turn; text.length < characters; at++) text += `${chinese[(at * 7) % chinese.length]}第${turn}批。`
  return text.slice(0, characters)
}

const region = await openRegion()
try {
  console.log(machine())
  const token = await region.tokenOf('teacher@tanxi.example')
  const timed = await timeRequests(40, (turn) =>
    fetch(`${region.address}/api/v1/translations`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ text: textOf(turn) }) }),
  )
  console.log(`${characters} characters  n ${timed.n}  p50 ${timed.p50} ms  p95 ${timed.p95} ms  max ${timed.max} ms  ${(timed.bytes / 1000).toFixed(0)} kB  (limit ${limit})`)
  writeResults('workbench', timed)
  if (timed.p95 > limit) console.log('over the limit')
  if (timed.p95 > limit && process.argv.includes('--strict')) process.exitCode = 1
} finally {
  await region.close()
}
