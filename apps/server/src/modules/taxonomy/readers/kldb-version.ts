import type { DetectedSource } from './detect.ts'

/** Which edition it is, from the name of the first column. */
export async function kldbVersion(source: DetectedSource, header: (name: string) => Promise<readonly string[]>): Promise<{ version?: string }> {
  const file = source.files.find((one) => one.role === 'kldb-classes')
  const year = file ? /V\.\s*(\d{4})/.exec((await header(file.name))[0] ?? '')?.[1] : undefined
  return year ? { version: year } : file ? { version: '2010' } : {}
}
