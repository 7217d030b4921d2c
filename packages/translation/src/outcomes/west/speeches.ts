import { germanFrames } from './de/frames.ts'
import { germanCues } from './de/kinds.ts'
import { readGerman } from './de/read.ts'
import { splitGerman } from './de/split.ts'
import { germanVoices } from './de/voice-weights.gen.ts'
import { englishFrames } from './en/frames.ts'
import { englishCues } from './en/kinds.ts'
import { readEnglish } from './en/read.ts'
import { splitEnglish } from './en/split.ts'
import { englishVoices } from './en/voice-weights.gen.ts'

/** What is read differently in each language: cue words, how clauses part, how one is read, and what was learned of kinds. */
export const speeches = {
  en: { cues: englishCues, split: splitEnglish, read: readEnglish, frames: englishFrames, model: englishVoices },
  de: { cues: germanCues, split: splitGerman, read: readGerman, frames: germanFrames, model: germanVoices },
} as const
