#!/usr/bin/env node
/** `guildhall COMMAND …`. Each command is loaded only when it is called: `link` must not wait for the server. */
const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  import: async () => (await import('./import.ts')).importCommand,
  link: async () => (await import('./link.ts')).linkCommand,
  translate: async () => (await import('./translate.ts')).translateCommand,
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
