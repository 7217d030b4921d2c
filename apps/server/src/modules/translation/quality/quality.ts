import fs from 'node:fs'
import path from 'node:path'
import type { QualityFigure } from '@guildhall/contract/translation'

const file = path.join(import.meta.dirname, '../../../../../../data/quality.json')
let kept: readonly QualityFigure[] | undefined

/** What the benches measured of this build. Read once a process: the file is part of the program, and the contract's gate checks it before it leaves. */
export function readQuality(): readonly QualityFigure[] {
  kept ??= fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as QualityFigure[]) : []
  return kept
}
