import type { taxonomyEn } from './taxonomy.en.ts'

/** Names of taxonomies and refusals of their import. */
export const taxonomyDe: Record<keyof typeof taxonomyEn, string> = {
  'taxonomy.name-guildhall': 'Startlexikon',
  'taxonomy.name-esco': 'ESCO: europäische Fähigkeiten und Berufe',
  'taxonomy.name-csco': 'Chinesische Klassifikation der Berufe',
  'taxonomy.name-majors': 'Chinesisches Verzeichnis der Fachrichtungen',
  'taxonomy.name-skill-standards': 'Chinesische Berufsstandards',
  'problem.not-a-taxonomy':
    'Diese Datei ist keine Taxonomie, die hier gelesen werden kann. Bitte das Archiv oder eine Tabelle von ESCO, der Berufe, der Fachrichtungen oder der Berufsstandards unter ihrem eigenen Namen hochladen.',
  'problem.broken-taxonomy-file': '„{name}“ ist beschädigt, geschützt oder entpackt zu groß. Bitte neu speichern und noch einmal hochladen.',
  'problem.taxonomy-is-loading': 'Dieser Katalog wird noch gelesen. Bitte das Ende abwarten oder ihn noch einmal einlesen.',
}
