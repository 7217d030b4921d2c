/** An id as text, a UUIDv7: it begins with the time it was made at, so that keys grow in order. */
export type Id<Kind extends string = string> = string & { readonly __kind: Kind }

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => pattern.test(text)

/** The only place where text becomes an id. Throws on text that is none. */
export function toId<Kind extends string>(text: string): Id<Kind> {
  if (!pattern.test(text)) throw new Error(`not an id: ${text}`)
  return text as Id<Kind> // safe: the pattern was just checked
}

/**
 * A UUIDv7 (RFC 9562 § 5.7) from a time in milliseconds and ten random bytes: both are arguments, as the kernel has neither clock nor chance.
 * @example makeId(1767225600000, new Uint8Array(10)) // '019b76da-a800-7000-8000-000000000000'
 */
export function makeId<Kind extends string>(milliseconds: number, random: Uint8Array): Id<Kind> {
  const bytes = new Uint8Array(16)
  let rest = milliseconds
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return toId<Kind>(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`)
}
