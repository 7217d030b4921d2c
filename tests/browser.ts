import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'

const root = path.join(import.meta.dirname, '..')
// The sandbox cannot start as root, and nothing but our own pages is opened; everything that would reach for the network is off.
const flags = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--font-render-hinting=none']

// Without it (a fresh account has no LANG) Chromium saves a Chinese file name as "download".
const utf8 = process.platform === 'linux' ? { LC_ALL: 'C.UTF-8' } : {}

type Candidate = { program: string; environment?: Record<string, string> }

/** A real Chromium: the one that is named, the packaged one, or one that is installed. Never skips: without a browser the run fails. */
export async function openBrowser(): Promise<Browser> {
  const candidates: Candidate[] = []
  const named = process.env['GUILDHALL_BROWSER']
  if (named) candidates.push({ program: named })
  const packaged = await unpackBrowser().catch((error: Error) => void console.error(`packaged browser: ${error.message}`))
  if (packaged) candidates.push(packaged)
  candidates.push(...installed().map((program) => ({ program })))
  for (const { program, environment } of candidates) {
    try {
      return await chromium.launch({ executablePath: program, args: flags, headless: true, env: { ...process.env, ...utf8, ...environment } as Record<string, string> }) // safe: what is unset is left out by the spawn
    } catch (error) {
      console.error(`browser ${program}: ${String(error).slice(0, 300)}`)
    }
  }
  throw new Error('No browser for the journeys: set GUILDHALL_BROWSER to a Chrome or Chromium.')
}

const installed = () =>
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'].filter((program) => fs.existsSync(program))

/** The packaged browser, unpacked once outside node_modules (which an install empties), with Chinese fonts. */
async function unpackBrowser(): Promise<Candidate | undefined> {
  const base = path.join(root, 'node_modules/@sparticuz/chromium')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(base)) return undefined
  const bin = [path.join(base, 'bin', process.arch), path.join(base, 'bin')].find((folder) => fs.existsSync(path.join(folder, 'chromium.br')))
  if (!bin) return undefined
  const { version } = JSON.parse(fs.readFileSync(path.join(base, 'package.json'), 'utf8')) as { version: string }
  const home = path.join(root, '.cache', `chromium-${version}`)
  if (!fs.existsSync(home)) await unpackInto(home, bin, base)
  return { program: path.join(home, 'chromium'), environment: { FONTCONFIG_FILE: path.join(home, 'fonts.conf'), LD_LIBRARY_PATH: path.join(home, 'al2023/lib') } }
}

/** Two journeys begin at once: each unpacks aside, and whoever is whole first gives it the name. */
async function unpackInto(whole: string, bin: string, base: string): Promise<void> {
  const home = `${whole}.${process.pid}`
  await unpackAll(home, whole, bin, base)
  try {
    fs.renameSync(home, whole)
  } catch {
    fs.rmSync(home, { recursive: true, force: true })
  }
}

async function unpackAll(home: string, whole: string, bin: string, base: string): Promise<void> {
  fs.mkdirSync(home, { recursive: true })
  await pipeline(fs.createReadStream(path.join(bin, 'chromium.br')), zlib.createBrotliDecompress({ chunkSize: 2 ** 21 }), fs.createWriteStream(path.join(home, 'chromium'), { mode: 0o755 }))
  for (const name of ['fonts', 'swiftshader', 'al2023']) {
    const packed = [path.join(bin, `${name}.tar.br`), path.join(base, 'bin', `${name}.tar.br`)].find((file) => fs.existsSync(file))
    if (packed) unpackTar(zlib.brotliDecompressSync(fs.readFileSync(packed)), name === 'al2023' ? path.join(home, 'al2023') : home)
  }
  const fonts = [path.join(root, 'node_modules/@embedpdf/fonts-sc/fonts'), path.join(whole, 'fonts')]
  fs.writeFileSync(path.join(home, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${path.join(whole, 'fontcache')}</cachedir></fontconfig>`)
}

/** Files, folders and links of a plain tar: all that the package holds. */
function unpackTar(tar: Buffer, to: string): void {
  const textAt = (offset: number, length: number) => tar.toString('utf8', offset, offset + length).replace(/\0.*$/s, '')
  for (let offset = 0; offset + 512 <= tar.length; ) {
    const name = textAt(offset, 100)
    if (!name) return
    const size = Number.parseInt(textAt(offset + 124, 12), 8) || 0
    const kind = String.fromCharCode(tar[offset + 156] ?? 48)
    const target = path.join(to, name)
    fs.mkdirSync(kind === '5' ? target : path.dirname(target), { recursive: true })
    if (kind === '2') fs.symlinkSync(textAt(offset + 157, 100), target)
    else if (kind !== '5') fs.writeFileSync(target, tar.subarray(offset + 512, offset + 512 + size), { mode: 0o755 })
    offset += 512 + Math.ceil(size / 512) * 512
  }
}

/** What axe finds wrong on a page by WCAG A and AA, as short lines; empty where nothing is. */
export async function listAxeFindings(page: Page): Promise<string[]> {
  await page.evaluate(fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'))
  const result = (await page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })")) as { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }
  return result.violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}
