import type { InterfaceLanguage } from '@guildhall/kernel'

/** Text that is markup already. Made only by `html`, which escapes everything that is put into it. */
export type Markup = Readonly<{ markup: string }>
type Piece = string | number | null | undefined | Markup | readonly Markup[]

const escapeText = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)

const write = (piece: Piece): string => {
  if (piece === null || piece === undefined) return ''
  if (Array.isArray(piece)) return (piece as readonly Markup[]).map((one) => one.markup).join('') // safe: the only list a piece can be
  return typeof piece === 'object' && 'markup' in piece ? piece.markup : escapeText(String(piece))
}

/** Markup with values: every value is escaped, nothing that people typed can become markup. */
export const html = (texts: TemplateStringsArray, ...values: readonly Piece[]): Markup => ({ markup: texts.reduce((all, text, index) => all + write(values[index - 1]) + text) })

const style = `*{box-sizing:border-box}body{margin:0 auto;max-width:40rem;padding:16px;font:16px/1.6 system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","Noto Sans SC","Microsoft YaHei",sans-serif;color:#1B2325;background:#FCF9F5}
h1{font-size:20px;margin:4px 0}h2{font-size:16px;margin:0 0 8px}section{background:#fff;border:1px solid #DBD9D5;border-radius:6px;padding:16px;margin:16px 0}.who{margin:0;font-weight:600;color:#096165}.quiet{color:#596264;font-size:14px}
textarea,input{width:100%;font:inherit;padding:8px;border:1px solid #848E90;border-radius:4px;background:#fff;color:inherit}label{display:block;margin:8px 0 4px;font-weight:600}button{font:inherit;font-weight:600;min-height:44px;padding:8px 16px;margin-top:12px;border:0;border-radius:4px;background:#096165;color:#fff;width:100%}
button:focus-visible,a:focus-visible,textarea:focus-visible,input:focus-visible{outline:2px solid #24787D;outline-offset:2px}.three{display:grid;grid-template-columns:1fr 1fr 1fr;gap:8px}blockquote,q{font-family:Georgia,"Songti SC","Noto Serif SC",SimSun,serif;margin:0;quotes:none}blockquote{border-left:3px solid #A87A00;padding-left:12px}
.outcome{font-weight:600}.needs{list-style:none;padding:0;margin:0}.needs a{display:block;padding:12px 0;border-top:1px solid #EAE8E3;color:inherit;text-decoration:none;min-height:44px}.needs li:first-child a{border-top:0}.state{display:block;color:#096165;font-size:14px}a{color:#096165}
.good{background:#DCEDCD;color:#223604;padding:12px;border-radius:6px}.bad{background:#FEDDE0;color:#5A0820;padding:12px;border-radius:6px}.steps{list-style:none;padding:0;margin:0}.steps li{border-left:3px solid #63ADB1;padding:4px 0 12px 12px}.steps .break{border-left-style:dashed;border-color:#A87A00}.no{color:#7A132F;font-weight:600}
@media (prefers-color-scheme:dark){body{background:#10191B;color:#E2E9EB}section,textarea,input{background:#192225;border-color:#353F42}.quiet{color:#A5ACAE}.who,.state,a{color:#89C7CB}button{background:#24787D}.needs a{border-color:#353F42}textarea,input{border-color:#6D787B}}
@media print{form,a[href^="/l/"]{display:none}body{background:#fff;color:#000}section{border-color:#999}}`

/** A whole page made by the server: readable at once, works without script, weighs a few kilobytes. */
export const plainPage = (page: { language: InterfaceLanguage; title: string; body: Markup }): string =>
  `<!doctype html>${html`<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${page.title}</title><style>${{ markup: style }}</style></head><body><main>${page.body}</main></body></html>`.markup}`
