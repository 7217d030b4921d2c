// Names that adverts and office programs write; a rarer one stays as it is written, which is no harm in a text for people.
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const named = new Map<string, string>([
  ...latin1.split(' ').map((name, i) => [name, String.fromCharCode(160 + i)] as const),
  ...Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", bull: '•', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹', rsaquo: '›',
    euro: '€', trade: '™', le: '≤', ge: '≥', ne: '≠', asymp: '≈', minus: '−', times: '×', rarr: '→', larr: '←', radic: '√', infin: '∞', permil: '‰', prime: '′', Prime: '″', Oslash: 'Ø', empty: '∅',
    ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '', zwj: '', lrm: '', rlm: '', check: '✓', hyphen: '-', comma: ',', colon: ':', lpar: '(', rpar: ')', sol: '/', num: '#', NewLine: '\n', Tab: '\t',
    alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', mu: 'μ', pi: 'π', sigma: 'σ', Omega: 'Ω', Delta: 'Δ', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š',
  }),
])
// What pages that mean Windows-1252 write between 128 and 159.
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Text with its entities decoded, once: `&amp;lt;` is `&lt;`, as a browser reads it. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#(\d{1,8}|[xX][0-9a-fA-F]{1,8});?|([A-Za-z][A-Za-z0-9]{1,30});)/g, (all, digits?: string, name?: string) => (digits ? ofNumber(digits) : (named.get(name!) ?? all))) : text

function ofNumber(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  if (code >= 128 && code < 160) return windows[code - 128] ?? ''
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '' : String.fromCodePoint(code)
}
