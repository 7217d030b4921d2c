import crypto from 'node:crypto'
import { Refused } from '../../../platform/http/refused.ts'

// OWASP's smallest argon2id setting: 19 MiB, two passes, one lane; about 50 ms here. Kept with each hash, so that it can be raised later.
const current = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/** At most two hashes at once and 200 waiting: a storm of sign-ins must not take the processor from everybody else. */
const lane = { running: 0, waiting: [] as (() => void)[] }
async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (lane.running >= 2) {
    if (lane.waiting.length >= 200) throw new Refused(503, 'busy', { params: { seconds: 10 } })
    await new Promise<void>((go) => lane.waiting.push(go))
  }
  lane.running++
  try {
    return await work()
  } finally {
    lane.running--
    lane.waiting.shift()?.()
  }
}

type Parameters = typeof current
const derive = (password: string, salt: Buffer, parameters: Parameters) =>
  new Promise<Buffer>((done, fail) => {
    crypto.argon2('argon2id', { message: password.normalize('NFC'), nonce: salt, tagLength, ...parameters }, (error, key) => (error ? fail(error) : done(Buffer.from(key))))
  })

/** A hash with its salt and parameters, `argon2id$19456$2$1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(16)
  const key = await inLane(() => derive(password, salt, current))
  return ['argon2id', current.memory, current.passes, current.parallelism, salt.toString('base64url'), key.toString('base64url')].join('$')
}

// A hash nobody has: an unknown name costs the same time as a known one.
const nobody = `argon2id$${current.memory}$${current.passes}$${current.parallelism}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

/** Whether the password belongs to the hash. Takes the same time where there is no hash. */
export async function verifyPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [kind, memory, passes, parallelism, salt, key] = (hash ?? nobody).split('$')
  if (kind !== 'argon2id' || !salt || !key) return false
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const made = await inLane(() => derive(password, Buffer.from(salt, 'base64url'), parameters))
  return crypto.timingSafeEqual(made, Buffer.from(key, 'base64url')) && Boolean(hash)
}

const common = new Set(['passwordpassword', '123456789012345', 'qwertyuiopasdfg', 'administrator12', 'guildhallguildhall', '000000000000000', 'abcdefghijklmno'])

/** Why a password cannot be taken; undefined where it can. Length alone, no rules of composition; common ones and own names are refused. */
export function findPasswordFault(password: string, own: readonly string[]): string | undefined {
  if (password.length < 15) return 'password-too-short'
  if (password.length > 128) return 'too_big'
  const plain = password.toLowerCase()
  if (common.has(plain) || /^(.)\1+$/.test(plain)) return 'password-too-common'
  if (own.some((word) => word.length > 3 && plain.replace(word.toLowerCase(), '').length < 8)) return 'password-too-common'
  return undefined
}
