import crypto from 'node:crypto'

/** Said at the head of a file, open to everybody: how its frames are sealed. */
export type Sealing = Readonly<{ kind: 'digest' }> | Readonly<{ kind: 'passphrase'; cost: number; salt: string }>

/** Seals one frame after the other. Each seal covers the place of its frame, so that none can be changed, swapped, left out or added. */
export type Seal = Readonly<{ close: (about: Buffer, content: Buffer) => Buffer; open: (about: Buffer, sealed: Buffer) => Buffer | undefined }>

const tagLength = 16
const cost = 2 ** 16

export const newSealing = (passphrase: string | undefined): Sealing =>
  passphrase ? { kind: 'passphrase', cost, salt: crypto.randomBytes(16).toString('base64') } : { kind: 'digest' }

/** Undefined: the file needs a passphrase, or asks for a cost that no backup of ours has. */
export function createSeal(sealing: Sealing, passphrase: string | undefined, head: Buffer): Seal | undefined {
  if (sealing.kind === 'digest') return digestSeal(head)
  if (!passphrase || !Number.isInteger(sealing.cost) || sealing.cost > 2 ** 20 || sealing.cost < 2) return undefined
  const key = crypto.scryptSync(passphrase.normalize('NFC'), Buffer.from(sealing.salt, 'base64'), 32, { N: sealing.cost, r: 8, p: 1, maxmem: 256 * sealing.cost * 8 })
  return cipherSeal(key, head)
}

/** Without a passphrase: a digest that runs on from frame to frame. It finds damage, not intent. */
function digestSeal(head: Buffer): Seal {
  let running = crypto.createHash('sha256').update(head).digest()
  const next = (about: Buffer, content: Buffer) => {
    running = crypto.createHash('sha256').update(running).update(about).update(content).digest()
    return running.subarray(0, tagLength)
  }
  return {
    close: (about, content) => Buffer.concat([content, next(about, content)]),
    open: (about, sealed) => {
      const content = sealed.subarray(0, -tagLength)
      return next(about, content).equals(sealed.subarray(-tagLength)) ? content : undefined
    },
  }
}

/** AES-256-GCM. The key belongs to this one file (its own salt), so a counter is a nonce that never comes twice. */
function cipherSeal(key: Buffer, head: Buffer): Seal {
  let count = 0
  const nonce = () => {
    const bytes = Buffer.alloc(12)
    bytes.writeUIntBE(count++, 6, 6)
    return bytes
  }
  return {
    close: (about, content) => {
      const cipher = crypto.createCipheriv('aes-256-gcm', key, nonce()).setAAD(Buffer.concat([head, about]))
      return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
    },
    open: (about, sealed) => {
      if (sealed.length < tagLength) return undefined
      const decipher = crypto.createDecipheriv('aes-256-gcm', key, nonce(), { authTagLength: tagLength }).setAAD(Buffer.concat([head, about])).setAuthTag(sealed.subarray(-tagLength))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
      } catch {
        return undefined // the tag does not fit: another passphrase, or another byte
      }
    },
  }
}
