/** Names of taxonomies and refusals of their import. */
export const taxonomyEn = {
  'taxonomy.name-guildhall': 'Starter lexicon',
  'taxonomy.name-esco': 'ESCO: European skills and occupations',
  'taxonomy.name-csco': 'Chinese classification of occupations',
  'taxonomy.name-majors': 'Chinese catalogue of vocational majors',
  'taxonomy.name-skill-standards': 'Chinese occupational skill standards',
  'problem.not-a-taxonomy': 'This file is not a taxonomy that can be read here. Upload the archive or a table of ESCO, the occupations, the majors or the skill standards, under its own name.',
  'problem.broken-taxonomy-file': '“{name}” is damaged, protected or too large when unpacked. Save it again and upload it once more.',
  'problem.taxonomy-is-loading': 'This catalogue is still being read. Wait until its import has ended, or import it again.',
}
