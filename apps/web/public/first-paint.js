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
  const language = read('guildhall.language')
  if (language) document.documentElement.lang = language
})()
