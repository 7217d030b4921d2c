import { expect, test } from 'vitest'
import { toCells } from './copy-rows.ts'

test('a cell that would begin a formula is pasted as text, and a line break does not make a row', () => {
  const columns = [{ name: 'name', head: '名称', cell: () => null, text: (row: string) => row }]
  expect(toCells(columns, ['恒砺\n装备', '=1+1'])).toBe("名称\n恒砺 装备\n'=1+1")
})
