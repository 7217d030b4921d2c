import { decodeEntities } from './html-entities.ts'
import { createLineWriter, type LineWriter } from './line-writer.ts'

export type HtmlText = Readonly<{ text: string; title: string | undefined; heading: string | undefined /** Contents of `<script type="application/ld+json">`. */; data: readonly string[] }>

/** Their content is characters until their own end tag, whatever it looks like. */
const raw = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'])
/** No part of what the page says. */
const left = new Set(['nav', 'footer', 'template', 'svg', 'math', 'select', 'button', 'object', 'audio', 'video', 'canvas', 'dialog'])
/** Left out where nobody sees them; only elements whose end tag must be written, so that a forgotten one hides no more than the writer hid. */
const hideable = new Set(['div', 'section', 'span', 'article', 'aside', 'ul', 'ol', 'main', 'table', 'form', 'a'])
const blocks = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure form header hr html legend main ol section summary tbody tfoot thead ul'.split(' '),
)
const withGap = /^(?:p|h[1-6]|pre)$/
const hidden = /\shidden(?=[\s=/>])|style\s*=\s*["'][^"']{0,500}display\s*:\s*none/i
const nameAt = /<(\/?)([A-Za-z][\w:-]{0,40})/y

/**
 * What a page says, as lines: a tag becomes a line break, a bullet, a tab or nothing. One pass over the characters; nothing is executed, fetched or resolved.
 * @example readHtml('<ul><li>Operate lathes</li></ul>').text // '• Operate lathes'
 */
export function readHtml(html: string): HtmlText {
  const writer = createLineWriter()
  const data: string[] = []
  let [title, heading, inHeading] = ['', '', false]
  let skip: { name: string; depth: number } | undefined
  let pre = 0
  const say = (from: number, to: number) => {
    if (to <= from || skip) return
    const text = decodeEntities(html.slice(from, to))
    if (inHeading) heading += text
    if (pre === 0) return writer.text(text.replace(/[\t\n\f\r ]+/g, ' '))
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) writer.line()
      writer.text(line)
    }
  }
  let at = 0
  while (at < html.length && !writer.isFull()) {
    const open = html.indexOf('<', at)
    say(at, open < 0 ? html.length : open)
    if (open < 0) break
    if (html.startsWith('<!', open) || html.startsWith('<?', open)) {
      at = markEnd(html, open)
      continue
    }
    nameAt.lastIndex = open
    const found = nameAt.exec(html)
    if (!found) {
      say(open, open + 1)
      at = open + 1
      continue
    }
    const name = found[2]!.toLowerCase()
    const end = tagEnd(html, nameAt.lastIndex)
    const tag = html.slice(open, Math.min(end, open + 2000))
    at = end
    if (found[1]) {
      if (skip?.name === name && --skip.depth === 0) skip = undefined
      else if (!skip) {
        if (name === 'h1') inHeading = false
        if (name === 'pre') pre = Math.max(0, pre - 1)
        close(writer, name)
      }
      continue
    }
    if (raw.has(name)) {
      if (tag.endsWith('/>') && name !== 'script' && name !== 'style') continue
      const until = rawEnd(html, name, end)
      if (name === 'title' && !skip) title ||= decodeEntities(html.slice(end, until))
      if (name === 'script' && /type\s*=\s*["']?application\/ld\+json/i.test(tag)) data.push(html.slice(end, until))
      at = until
      continue
    }
    if (skip) {
      if (skip.name === name && !tag.endsWith('/>')) skip.depth++
      continue
    }
    if (left.has(name) || (hideable.has(name) && hidden.test(tag))) {
      if (!tag.endsWith('/>')) skip = { name, depth: 1 }
      writer.line()
      continue
    }
    if (name === 'h1' && !heading) inHeading = true
    if (name === 'pre') pre++
    begin(writer, name)
  }
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200) || undefined
  return { text: writer.end(), title: plain(title), heading: plain(heading), data }
}

/** True where a text has tags of its own, not only a `<` of a comparison. */
export const hasTags = (text: string): boolean => /<\/?(?:p|br|div|ul|ol|li|b|strong|span|h[1-6]|em|i|u|table|tr|td|a|font|html|body|head)\b[^<>]{0,500}>/i.test(text)

function begin(writer: LineWriter, name: string): void {
  if (name === 'li') writer.item()
  else if (name === 'table') writer.openTable()
  else if (name === 'tr') writer.row()
  else if (name === 'td' || name === 'th') writer.cell()
  else if (withGap.test(name)) writer.gap()
  else if (blocks.has(name)) writer.line()
}

function close(writer: LineWriter, name: string): void {
  if (name === 'table') writer.closeTable()
  else if (name === 'p' || name === 'ul' || name === 'ol' || name === 'pre') writer.gap()
  else if (name === 'li' || withGap.test(name) || blocks.has(name)) writer.line()
}

/** Behind a comment, a document type or an instruction; the end of the text where it never ends. */
function markEnd(html: string, open: number): number {
  const close = html.startsWith('<!--', open) ? '-->' : html.startsWith('<![CDATA[', open) ? ']]>' : '>'
  const end = html.indexOf(close, open + 2)
  return end < 0 ? html.length : end + close.length
}

function tagEnd(html: string, from: number): number {
  let quote = ''
  for (let i = from; i < html.length; i++) {
    const c = html[i]!
    if (quote) {
      if (c === quote) quote = ''
    } else if (c === '>') return i + 1
    else if ((c === '"' || c === "'") && html[i - 1] === '=') quote = c
  }
  return html.length
}

function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}
