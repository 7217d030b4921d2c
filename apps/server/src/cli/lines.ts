import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** The call or the input cannot be used: exit status 2, and a message that names the line and the remedy. */
export class CommandError extends Error {}

/** Lines of a stream as they come. A line ends at \n alone: U+2028 and its like may stand inside JSON. */
export async function* readLines(stream: Readable): AsyncGenerator<{ line: string; number: number }> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let number = 0
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) yield { line: bare(line, ++number), number }
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield { line: bare(rest, ++number), number }
}

const bare = (line: string, number: number) => (number === 1 ? line.replace(/^\uFEFF/, '') : line)

/** Waits where the reader is slower, so that answers do not pile up in memory. */
export async function writeLine(value: unknown): Promise<void> {
  if (value === undefined) return
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}

/** A line as an object with its `id` and `text`, else an error that says what to do. */
export function parseLine(line: string, number: number): Readonly<Record<string, unknown>> & { id: string | number; text: string } {
  const value = parseJson(line, number)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`line ${number} is no JSON object: write {"id": …, "text": …}`)
  const { id, text } = value as Record<string, unknown> // safe: an object, not an array
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw new CommandError(`line ${number} has no "id": give every line one, as text or number`)
  if (typeof text !== 'string') throw new CommandError(`line ${number} (id ${id}): "text" must be a text`)
  return { ...value, id, text }
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new CommandError(`line ${number} is no JSON: write one JSON object a line, in UTF-8`)
  }
}
