/** What the browser keeps for a person. Storage may be missing or full (in-app browsers, private windows): then nothing is kept, and nothing fails. */
export function readStored(name: string, where: 'local' | 'session' = 'local'): string | undefined {
  try {
    return (where === 'local' ? localStorage : sessionStorage).getItem(`guildhall.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

export function writeStored(name: string, value: string | undefined, where: 'local' | 'session' = 'local'): void {
  try {
    const store = where === 'local' ? localStorage : sessionStorage
    if (value === undefined) store.removeItem(`guildhall.${name}`)
    else store.setItem(`guildhall.${name}`, value)
  } catch {
    // Kept nowhere; see above.
  }
}

/** Reads a JSON value that this app wrote itself; anything else counts as absent. */
export function readStoredJson<T>(
  name: string,
  isValid: (value: unknown) => value is T,
  where: 'local' | 'session' = 'local',
): T | undefined {
  const text = readStored(name, where)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isValid(value) ? value : undefined
  } catch {
    return undefined
  }
}
