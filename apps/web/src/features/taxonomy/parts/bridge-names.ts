import { useCodeWords } from '../../../ui/language.tsx'

/** The name of a taxonomy by its code; one without words of its own keeps its code. */
export function useTaxonomyNames(): (code: string) => string {
  const words = useCodeWords()
  return (code) => {
    const name = words(`taxonomy.name-${code}`)
    return name === `taxonomy.name-${code}` ? code : name
  }
}
