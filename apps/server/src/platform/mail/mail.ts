import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { type Context, newId } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import { defineJob } from '../jobs/jobs.ts'

export type NewMail = Readonly<{ to: string; subject: string; body: string; language: string; effectKey: string }>

/** Sends what is due. Nobody waits for mail in a request: the row is written with the act, the job sends it. */
export const sendMails = defineJob({
  name: 'send-mail',
  schema: z.object({ mailId: z.uuid() }),
  run: async (ctx, { mailId }) => {
    const { db, config, clock } = ctx.house
    const mail = await db.selectFrom('mails').selectAll().where('id', '=', mailId).executeTakeFirst()
    if (!mail || mail.state === 'sent') return
    try {
      // The Message-ID comes from the effect: a mail sent twice by a broken connection is recognised as one.
      await (await transportOf(config)).sendMail({ from: config.mailFrom, to: mail.recipient, subject: mail.subject, text: mail.body, messageId: `<${mail.id}@guildhall>`, headers: { 'Content-Language': mail.language } })
    } catch (error) {
      await db.updateTable('mails').set({ tries: mail.tries + 1, error: (error as Error).message.slice(0, 300), state: mail.tries >= 3 ? 'failed' : 'waiting' }).where('id', '=', mailId).execute()
      throw error
    }
    await db.updateTable('mails').set({ state: 'sent', sentAt: clock.now(), tries: mail.tries + 1, error: null }).where('id', '=', mailId).execute()
  },
})

/** Puts a mail into the outbox and its job into the queue, in the transaction of the act. The same effect twice is one mail. */
export async function postMail(ctx: Context, trx: Trx, mail: NewMail): Promise<void> {
  const row = await trx
    .insertInto('mails')
    .values({ id: newId(ctx), effectKey: mail.effectKey, recipient: mail.to, subject: mail.subject.replace(/[\r\n]+/g, ' '), body: mail.body, language: mail.language, createdAt: ctx.now })
    .onConflict((conflict) => conflict.constraint('one_mail_an_effect').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await ctx.house.jobs.send(ctx, trx, sendMails, { mailId: row.id }, { key: `mail:${mail.effectKey}`, visible: false })
}

async function transportOf(config: Config) {
  const { default: nodemailer } = await import('nodemailer') // forty files that no start has to wait for
  if (config.smtpUrl) return nodemailer.createTransport(config.smtpUrl)
  const folder = path.join(config.home, 'outbox')
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stream = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    sendMail: async (mail: Parameters<typeof stream.sendMail>[0]) => {
      const made = await stream.sendMail(mail)
      fs.writeFileSync(path.join(folder, `${String(mail.messageId).replace(/[^\w-]/g, '')}.eml`), made.message as Buffer, { mode: 0o600 })
    },
  }
}
