#!/usr/bin/env node
/** `guildhall COMMAND …`. Each command is loaded only when it is called: `link` must not wait for the server. */
const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  backup: async () => (await import('./backup.ts')).backupCommand,
  import: async () => (await import('./import.ts')).importCommand,
  link: async () => (await import('./link.ts')).linkCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  translate: async () => (await import('./translate.ts')).translateCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
}

const [name, ...args] = process.argv.slice(2)
const load = name === undefined ? undefined : commands[name]
if (load) process.exitCode = await (await load())(args)
else {
  console.error(
    `${name === undefined ? 'No command was given' : `Unknown command "${name}"`}. Commands: ${Object.keys(commands).join(', ')}.`,
  )
  process.exitCode = 2
}
