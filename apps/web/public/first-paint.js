// Sets scheme and language before the first paint, so that a dark page never flashes white. A file, not inline, because the content security policy forbids inline scripts.
;(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }
  const scheme = read('guildhall.scheme')
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  const known = ['zh-CN', 'en', 'de']
  const guessed = navigator.languages.map((one) => known.find((language) => one.toLowerCase().startsWith(language.slice(0, 2)))).find(Boolean)
  const chosen = read('guildhall.language')
  const language = known.includes(chosen) ? chosen : (guessed ?? 'zh-CN')
  document.documentElement.lang = language
  // The sentences of one language are a file of their own: it is fetched beside the program, not after it.
  const book = document.currentScript.getAttribute(`data-book-${language.toLowerCase()}`)
  if (book) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: book, crossOrigin: '' }))
})()
