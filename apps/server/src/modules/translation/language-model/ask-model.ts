import { type ModelAsk, promptOf } from '@guildhall/translation'
import type { Config } from '../../../platform/config.ts'

export type ModelSettings = NonNullable<Config['languageModel']>

const patience = 8000
const longestAnswer = 64_000

/**
 * Asks an OpenAI-compatible endpoint one question. Answers what the model said as JSON, or undefined where nothing came in time or could be read: whoever asks
 * goes on with what the engine found. The key goes nowhere but into the request.
 */
export async function askModel(settings: ModelSettings, ask: ModelAsk, signal: AbortSignal): Promise<unknown> {
  const { system, user, schema } = promptOf(ask)
  try {
    const answer = await fetch(`${settings.endpoint}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(settings.key ? { authorization: `Bearer ${settings.key}` } : {}) },
      body: JSON.stringify({
        model: settings.model,
        temperature: 0,
        messages: [{ role: 'system', content: system }, { role: 'user', content: user }],
        response_format: { type: 'json_schema', json_schema: { name: ask.kind, strict: false, schema } },
      }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      // A redirect would carry the words to a place that nobody agreed to.
      redirect: 'error',
    })
    if (!answer.ok) return undefined
    return contentOf(await readShort(answer))
  } catch {
    return undefined
  }
}

async function readShort(answer: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > longestAnswer) throw new Error('the answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function contentOf(body: string): unknown {
  const content = (JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] }).choices?.[0]?.message?.content // safe: every step may be missing
  if (typeof content !== 'string') return undefined
  // Some models put their JSON into a code fence, whatever they are told.
  return JSON.parse(content.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, '')) as unknown
}
