import crypto from 'node:crypto'
import path from 'node:path'
import { isOpenToAll } from './database/lesser-user.ts'

/** All that the environment decides. Defaults are safe: with nothing set, `npm start` shows a working region on this machine alone. */
export type Config = Readonly<{
  root: string
  port: number
  host: string
  /** A PostgreSQL 15+ server; absent: the embedded one. */
  databaseUrl: string | undefined
  /** Folder of the embedded database and of files. */
  home: string
  /** Address under which people reach this installation; links in mails begin with it. */
  publicUrl: string
  /** `smtp://user:password@host:port`; absent: mails are written into `home/outbox`. */
  smtpUrl: string | undefined
  mailFrom: string
  singleSignOn: Readonly<{ issuer: string; clientId: string; clientSecret: string }> | undefined
  trustProxy: boolean
  /** An OpenAI-compatible endpoint for second opinions; absent: no text ever leaves the house. `dailyLimit`: questions of one organisation a day. */
  languageModel: Readonly<{ endpoint: string; model: string; key: string | undefined; dailyLimit: number }> | undefined
}>

type Environment = Readonly<Record<string, string | undefined>>

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 3000
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a whole number from 0 to 65535, not "${text}".`)
  return port
}

function languageModelOf({ MODEL_URL: url, MODEL_NAME: model, MODEL_KEY: key, MODEL_DAILY_LIMIT: limit }: Environment): Config['languageModel'] {
  if (!url) return undefined
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error(`MODEL_URL must be the address of an OpenAI-compatible endpoint, https://…/v1, not "${url}".`)
  if (!model) throw new Error('MODEL_URL needs MODEL_NAME.')
  const dailyLimit = Number(limit || 200)
  if (!Number.isInteger(dailyLimit) || dailyLimit < 1) throw new Error(`MODEL_DAILY_LIMIT must be a whole number above 0, not "${limit}".`)
  return { endpoint: url.replace(/\/$/, ''), model, key: key || undefined, dailyLimit }
}

/** root's home is often closed to others; the database must not run as root, so its data goes where another user may go. */
function defaultHome(root: string): string {
  if (process.getuid?.() !== 0 || isOpenToAll(root)) return path.join(root, '.data')
  return path.join('/var/lib/guildhall', crypto.createHash('sha256').update(root).digest('hex').slice(0, 8))
}

/** Reads the environment once; throws a sentence that names the variable and the remedy. */
export function readConfig(root: string, environment: Environment): Config {
  const port = portOf(environment['PORT'])
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  if (issuer && !(clientId && clientSecret)) throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.')
  return {
    root,
    port,
    host: environment['HOST'] ?? '127.0.0.1',
    databaseUrl: environment['DATABASE_URL'] || undefined,
    home: path.resolve(environment['GUILDHALL_DATA'] || defaultHome(root)),
    publicUrl: (environment['PUBLIC_URL'] || `http://localhost:${port}`).replace(/\/$/, ''),
    smtpUrl: environment['SMTP_URL'] || undefined,
    mailFrom: environment['MAIL_FROM'] || 'Guildhall <guildhall@localhost>',
    singleSignOn: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined,
    trustProxy: environment['TRUST_PROXY'] === '1',
    languageModel: languageModelOf(environment),
  }
}
