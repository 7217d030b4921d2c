import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { engineVersion } from '../apps/server/src/modules/translation/engine/engine.ts'

/** Where the development data may lie: never part of the project. */
export const dataFolder = path.join(import.meta.dirname, '../../shared/data')

/** Says aloud what is left out, and why: a bench that is silently empty proves nothing. */
export function skip(what: string, why: string): void {
  console.log(`skipped: ${what} (${why})`)
}

/** A stream of numbers in [0, 1) from a seed (mulberry32): bootstrap draws are the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length

export type Interval = Readonly<{ value: number; low: number; high: number; n: number }>

/** Mean with its 95 % bootstrap interval over the lines. */
export function bootstrap(values: readonly number[], draws = 1000, seed = 20261124): Interval {
  const random = seeded(seed)
  const means = Array.from({ length: draws }, () => {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!
    return sum / values.length
  }).sort((a, b) => a - b)
  return { value: mean(values), low: means[Math.floor(draws * 0.025)]!, high: means[Math.floor(draws * 0.975)]!, n: values.length }
}

/** The interval of a difference on the same lines: a gain counts where it excludes zero. */
export const pairedBootstrap = (ours: readonly number[], theirs: readonly number[]): Interval =>
  bootstrap(ours.map((value, i) => value - theirs[i]!))

export const showInterval = ({ value, low, high }: Interval): string => `${show(value)} [${show(low)}, ${show(high)}]`
export const show = (value: number): string => value.toFixed(3).replace(/^(-?)0\./, '$1.')

/** Figures of one ranked list against the right answers (EVALUATION). */
export function figures(ranked: readonly string[], right: ReadonlySet<string>) {
  const hits = (k: number) => ranked.slice(0, k).filter((id) => right.has(id)).length
  const first = ranked.findIndex((id) => right.has(id))
  let sum = 0
  let met = 0
  for (const [i, id] of ranked.entries()) if (right.has(id)) sum += ++met / (i + 1)
  return {
    rp1: hits(1) / Math.min(1, right.size),
    rp5: hits(5) / Math.min(5, right.size),
    rp10: hits(10) / Math.min(10, right.size),
    hit1: hits(1) > 0 ? 1 : 0,
    hit5: hits(5) > 0 ? 1 : 0,
    hit10: hits(10) > 0 ? 1 : 0,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    map: sum / right.size,
  }
}
export type Figures = ReturnType<typeof figures>

/** Writes what was measured beside the machine it was measured on, the day and the engine. */
export function writeResults(name: string, results: unknown): void {
  const folder = path.join(import.meta.dirname, 'results')
  fs.mkdirSync(folder, { recursive: true })
  const machine = { cpu: os.cpus()[0]?.model ?? 'unknown', cores: os.cpus().length, node: process.version }
  const day = new Date().toISOString().slice(0, 10)
  fs.writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ machine, day, engine: engineVersion, results }, undefined, 2)}\n`)
}

/** Fold of a line, by its content: equal texts stand in the same fold, and the order of lines changes nothing. */
export function foldOf(text: string, folds: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % folds
}
