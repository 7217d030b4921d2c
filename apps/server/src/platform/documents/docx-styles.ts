import { attributeOf, readXml } from '../exchange-io/xlsx-xml.ts'

/** What a paragraph style says about its paragraphs. */
export type ParagraphStyle = Readonly<{ isHeading: boolean; isItem: boolean; isTitle: boolean }>

type Raw = { name: string; base: string; list: string | undefined; outline: boolean }

/** The styles of a document by their ids. A list or a heading may be said by the style alone, or by the one it is based on. */
export function readStyles(part: Uint8Array): ReadonlyMap<string, ParagraphStyle> {
  const raw = new Map<string, Raw>()
  let current: Raw | undefined
  readXml(part, {
    open(name, attributes) {
      const value = attributeOf(attributes, 'val')
      if (name === 'style') {
        current = { name: '', base: '', list: undefined, outline: false }
        raw.set(attributeOf(attributes, 'styleId'), current)
      } else if (!current) return
      else if (name === 'name') current.name = value
      else if (name === 'basedOn') current.base = value
      else if (name === 'numId') current.list = value
      else if (name === 'outlineLvl') current.outline = Number(value) < 9
    },
    close(name) {
      if (name === 'style') current = undefined
    },
  })
  return new Map([...raw].map(([id, style]) => [id, toStyle(style, raw)]))
}

function toStyle(style: Raw, all: ReadonlyMap<string, Raw>): ParagraphStyle {
  const line: Raw[] = []
  for (let one: Raw | undefined = style; one && line.length < 10; one = all.get(one.base)) line.push(one)
  const list = line.find((one) => one.list !== undefined)?.list
  const isTitle = /^title$|^标题$/i.test(style.name)
  return { isTitle, isHeading: isTitle || line.some((one) => one.outline || /^heading \d/i.test(one.name)), isItem: list !== undefined && list !== '0' }
}
