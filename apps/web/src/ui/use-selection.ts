import { useCallback, useEffect, useState } from 'react'
import { readStoredJson, writeStored } from './stored.ts'

/** Chosen rows over all pages of a list. They survive opening a thing and coming back. */
export function useSelection<Row extends { id: string }>(list: string) {
  const name = `selection.${list}`
  const [rows, setRows] = useState<readonly Row[]>(() => {
    const isRows = (value: unknown): value is Row[] => Array.isArray(value) // safe: written below, of the same list
    return readStoredJson(name, isRows, 'session') ?? []
  })
  const [isAll, setAll] = useState(false)
  useEffect(() => writeStored(name, rows.length > 0 ? JSON.stringify(rows) : undefined, 'session'), [name, rows])
  const has = useCallback((id: string) => isAll || rows.some((row) => row.id === id), [rows, isAll])
  const toggle = useCallback((row: Row) => {
    setAll(false)
    setRows((before) => (before.some((one) => one.id === row.id) ? before.filter((one) => one.id !== row.id) : [...before, row]))
  }, [])
  const setMany = useCallback((page: readonly Row[], isOn: boolean) => {
    setAll(false)
    setRows((before) => [...before.filter((one) => !page.some((row) => row.id === one.id)), ...(isOn ? page : [])])
  }, [])
  const clear = useCallback(() => {
    setAll(false)
    setRows([])
  }, [])
  return { rows, isAll, has, toggle, setMany, clear, takeAll: () => setAll(true) }
}
export type Selection<Row extends { id: string }> = ReturnType<typeof useSelection<Row>>
