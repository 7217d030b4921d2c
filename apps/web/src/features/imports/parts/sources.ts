/** What an import was read from. */
export type Source = Readonly<{ file: File } | { text: string }>

/* A check keeps what the rows would do, not the file. To read it in another way (another sheet, other columns) the file is sent once more;
   as long as the page lives, the person need not choose it again. */
const sources = new Map<string, Source>()

export const findSource = (importId: string): Source | undefined => sources.get(importId)

/** One file at a time: a person checks one, and files are large. */
export function keepSource(importId: string, source: Source): void {
  sources.clear()
  sources.set(importId, source)
}
