import fs from 'node:fs'
import path from 'node:path'

/** Whether users other than the owner can pass through every parent of a folder. */
export function isOpenToAll(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false
    if (at === path.dirname(at)) return true
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`. Undefined where we are not root. */
export function findLesserUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('The embedded database cannot run as root, and there is no user "postgres" or "nobody" to run it as. Set DATABASE_URL instead.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}
