import type { ContentLanguage } from '@guildhall/kernel'

/** What people accepted before for a phrase (ENGINES 1.7); the server's memory answers, the engine only asks. `strength` 0–1. */
export type OutcomeMemory = Readonly<{
  find: (
    phrase: string,
    language: ContentLanguage,
  ) => readonly Readonly<{ concept: string; taxonomy: string; label: string; strength: number }>[]
}>
