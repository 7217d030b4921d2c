import type { taxonomyEn } from './taxonomy.en.ts'

/** Names of taxonomies and refusals of their import. */
export const taxonomyDe: Record<keyof typeof taxonomyEn, string> = {
  'taxonomy.name-guildhall': 'Startlexikon',
  'taxonomy.name-esco': 'ESCO: europäische Fähigkeiten und Berufe',
  'taxonomy.name-csco': 'Chinesische Klassifikation der Berufe',
  'taxonomy.name-majors': 'Chinesisches Verzeichnis der Fachrichtungen',
  'taxonomy.name-skill-standards': 'Chinesische Berufsstandards',
  'taxonomy.name-kldb': 'Klassifikation der Berufe (KldB 2010)',
  'taxonomy.name-onet': 'O*NET: Berufe und Arbeit in den USA',
  'problem.not-a-taxonomy':
    'Diese Datei ist keine Taxonomie, die hier gelesen werden kann. Bitte das Archiv oder eine Tabelle von ESCO, O*NET, KldB 2010, der chinesischen Berufe, Fachrichtungen oder Berufsstandards unter ihrem eigenen Namen hochladen.',
  'problem.broken-taxonomy-file': '„{name}“ ist beschädigt, geschützt oder entpackt zu groß. Bitte neu speichern und noch einmal hochladen.',
  'problem.taxonomy-is-loading': 'Dieser Katalog wird noch gelesen. Bitte das Ende abwarten oder ihn noch einmal einlesen.',
  'taxonomy-reject.companion-missing': '{file} ergänzt eine andere Tabelle. Bitte zusammen mit „{needed}“ in einem ZIP hochladen.',
  'taxonomy-reject.not-in-edition': '{file}, Zeile {line}: {value} gibt es in {edition} nicht; dort kamen diese Namen hinzu. Die Zeile wurde ausgelassen.',
  'concepts.relation.used-in-from': 'Gebraucht in',
  'concepts.relation.used-in-to': 'Gebraucht',
  'branch.depth': 'Tiefe',
  'branch.above': 'Darüber',
  'branch.also': 'Andere Namen',
}
