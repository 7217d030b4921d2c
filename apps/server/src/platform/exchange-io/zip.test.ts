import { describe, expect, test } from 'vitest'
import { BadZip, type BadFileCode } from './bad-file.ts'
import { type FileToPack, makeZip } from './fixtures/make-zip.ts'
import { openZip } from './zip.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (why) {
    if (why instanceof BadZip) return why.code
    throw why
  }
  return 'accepted'
}
const readAll = (bytes: Uint8Array) => {
  const zip = openZip(bytes)
  return zip.names.map((name) => zip.read(name)!.toString())
}

test('packed and stored files come back as they were', () => {
  const zip = makeZip([
    { name: 'a/一.txt', content: '车床' },
    { name: 'b.txt', content: 'lathe', stored: true },
    { name: 'a/', content: '' },
  ])
  expect(openZip(zip).names).toEqual(['a/一.txt', 'b.txt'])
  expect(readAll(zip)).toEqual(['车床', 'lathe'])
})

describe('a hostile or broken archive is refused', () => {
  const noise = Buffer.from(Array.from({ length: 2_000_000 }, (_, i) => (i * i * 31 + (i >> 7)) & 255))
  const plain: FileToPack = { name: 'a.txt', content: 'x' }
  const cases: readonly [string, BadFileCode, () => Buffer][] = [
    ['no archive at all', 'not-a-zip', () => Buffer.from('hello')],
    ['a flat bomb', 'too-dense', () => makeZip([{ name: 'a', content: Buffer.alloc(8 << 20) }])],
    ['a sum beyond the limit', 'too-large', () => makeZip(['a', 'b'].map((name) => ({ name, content: noise, statedSize: 150 << 20 })))],
    ['more than it says', 'lied-about-size', () => makeZip([{ name: 'a', content: Buffer.alloc(500_000), statedSize: 100 }])],
    ['less than it says', 'wrong-size', () => makeZip([{ name: 'a', content: 'abc', statedSize: 10 }])],
    ['a wrong checksum', 'wrong-checksum', () => makeZip([{ ...plain, statedChecksum: 1 }])],
    ['an archive in an archive by name', 'nested', () => makeZip([{ name: 'a.zip', content: 'x' }])],
    ['an archive in an archive by content', 'nested', () => makeZip([{ name: 'a.dat', content: makeZip([plain]) }])],
    ['a password', 'encrypted', () => makeZip([{ ...plain, flags: 1 }])],
    ['zip64', 'zip64', () => makeZip([{ ...plain, statedSize: 0xffffffff }])],
    ['a path that climbs', 'bad-name', () => makeZip([{ ...plain, name: '../../etc/passwd' }])],
    ['an absolute path', 'bad-name', () => makeZip([{ ...plain, name: '/etc/passwd' }])],
    ['a name with a zero byte', 'bad-name', () => makeZip([{ ...plain, name: 'a\0.txt' }])],
    ['the same name twice', 'two-of-one-name', () => makeZip([plain, plain])],
    ['two names for one place', 'broken-entry', () => makeZip([plain, { ...plain, name: 'b.txt', sameDataAs: 0 }])],
    ['another name in the local header', 'broken-entry', () => makeZip([{ ...plain, localName: 'b.txt' }])],
    ['an unknown method', 'unknown-method', () => makeZip([{ ...plain, method: 12 }])],
    ['too many entries', 'too-many-entries', () => makeZip(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, content: '' })))],
    ['an end cut off', 'not-a-zip', () => makeZip([plain]).subarray(0, -4)],
    ['a directory that points nowhere', 'broken-directory', () => makeZip([plain]).subarray(10)],
  ]
  test.each(cases)('%s: %s', (_, code, make) => expect(codeOf(() => readAll(make()))).toBe(code))

  test('a file cut anywhere, or with any byte turned, is read whole or refused, never a crash', () => {
    const whole = makeZip([
      { name: 'a.txt', content: 'abcabcabc' },
      { name: 'b.txt', content: 'lathe' },
    ])
    for (let i = 0; i < whole.length; i++) {
      codeOf(() => readAll(whole.subarray(0, i)))
      const turned = Buffer.from(whole)
      turned[i] = turned[i]! ^ 0xff
      codeOf(() => readAll(turned))
    }
  })
})

test('files that share their bytes under different headers overlap', () => {
  // The second local header lies within the stored content of the first: the trick of overlapping bombs.
  const inner = makeZip([{ name: 'b', content: 'x'.repeat(50), stored: true }])
  const outer = makeZip([
    { name: 'a', content: Buffer.concat([Buffer.from('-'), inner]), stored: true },
    { name: 'b', content: 'x'.repeat(50), stored: true },
  ])
  const at = outer.indexOf('PK\x01\x02', outer.indexOf('PK\x01\x02', inner.length + 40) + 1)
  outer.writeUInt32LE(32, at + 42)
  expect(codeOf(() => openZip(outer))).toBe('overlapping')
})
