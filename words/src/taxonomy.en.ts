/** Names of taxonomies and refusals of their import. */
export const taxonomyEn = {
  'taxonomy.name-guildhall': 'Starter lexicon',
  'taxonomy.name-esco': 'ESCO: European skills and occupations',
  'taxonomy.name-csco': 'Chinese classification of occupations',
  'taxonomy.name-majors': 'Chinese catalogue of vocational majors',
  'taxonomy.name-skill-standards': 'Chinese occupational skill standards',
  'taxonomy.name-kldb': 'German classification of occupations (KldB 2010)',
  'taxonomy.name-onet': 'O*NET: occupations and work of the United States',
  'problem.not-a-taxonomy': 'This file is not a taxonomy that can be read here. Upload the archive or a table of ESCO, O*NET, KldB 2010, the Chinese occupations, majors or skill standards, under its own name.',
  'problem.broken-taxonomy-file': '“{name}” is damaged, protected or too large when unpacked. Save it again and upload it once more.',
  'problem.taxonomy-is-loading': 'This catalogue is still being read. Wait until its import has ended, or import it again.',
  'taxonomy-reject.companion-missing': '{file} says something about entries of another table. Upload it together with “{needed}”, in one ZIP.',
  'taxonomy-reject.not-in-edition': '{file}, line {line}: {value} does not exist in {edition}, to which these labels were added. The line was left out.',
  'concepts.relation.used-in-from': 'Used in',
  'concepts.relation.used-in-to': 'Uses',
}
