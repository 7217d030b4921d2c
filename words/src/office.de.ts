import type { officeEn } from './office.en.ts'

export const officeDe: Record<keyof typeof officeEn, string> = {
}
