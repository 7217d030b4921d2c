import type { officeEn } from './office.en.ts'

export const officeZhCN: Record<keyof typeof officeEn, string> = {
}
