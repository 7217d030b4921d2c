import type { OpenLexicon, Verb } from '../lexicon.ts'

type Turn = Readonly<{ verbs: RegExp; object: RegExp; id: string }>
const papers = /(?:invoices?|documents?|papers?|forms?|orders?|lists?|accounts?|bookings?|figures|data|entries|statements?|receipts?|contracts?|delivery notes?|records?|postings?|stock|tax|Rechnung(?:en)?|Belege?n?|Bescheide?n?|Dokumente?n?|Unterlagen|Papiere?|Bestell\w*|Listen?|Konten|Buchung(?:en)?|Daten|Zahlen|Lieferscheine?n?|Verträge?n?|Bestände?n?|Lagerbestand)$/i
// One word, two things: what it is done to decides which verb is meant.
const turns: readonly Turn[] = [
  { verbs: /^help-wash$/, object: /^(?!.*(?:bewohner|patient|residents?|senior|herrn?\b|frau\b|mrs?\b|kind|person|people|bettlägerig))/i, id: 'clean' },
  { verbs: /^provide$/, object: /tablette/i, id: 'medicate' },
  { verbs: /^(?:guide-guests|drive)$/, object: /(?:teams?|gruppen?|abteilung(?:en)?|mannschaft|schicht|technikern?|mitarbeitern?)(?: von .*)?$/i, id: 'lead' },
  { verbs: /^(?:guide-guests|drive)$/, object: /(?:buch|bücher|protokolle?n?|listen?|statistik(?:en)?|akten?|kasse|konto|konten|nachweise?)$/i, id: 'record' },
  { verbs: /^(?:guide-guests|drive)$/, object: /gespräche?n?$/i, id: 'communicate' },
  { verbs: /^operate$/, object: /(?:tische?n?|gäste?n?|kunden|tables?|guests?|customers?)$/i, id: 'serve' },
  { verbs: /^dress$/, object: /(?:seiten|daten|konten|konto|akten?|artikel|datensätze?|listen?|ordner)$/i, id: 'create' },
  { verbs: /^bandage$/, object: /^(?!.*(?:wund|wound|verletz|injur|finger|cut|burn))/i, id: 'connect' },
  { verbs: /^display$/, object: /(?:auszubildende\w*|azubis?|kollegen|lehrlinge?n?|mitarbeiter\w*|neuen|praktikant\w*|trainees?|apprentices?|colleagues?|newcomers?)$/i, id: 'instruct' },
  { verbs: /^turn-patient$/, object: /^(?!.*(?:residents?|patients?|people|bewohner|patient|bettlägerig|somebody|him|her))/i, id: 'turn' },
  { verbs: /^turn$/, object: /(?:film\w*|videos?|clips?)$/i, id: 'photograph' },
  { verbs: /^tighten$/, object: /(?:bewohner\w*|patient\w*|kinder\w*|kittel|handschuhe|schutz\w*)$/i, id: 'dress' },
  { verbs: /^implement$/, object: /(?:bewohner\w*|patient\w*)$/i, id: 'turn-patient' },
  { verbs: /^dress$/, object: /^(?!.*(?:kleid|schutz|brille|helm|handschuh|verb[aä]nd|maske|schuhe|clothes|gloves|mask|ppe|glasses|helmet|goggles|shoes|residents?|patients?|bewohner|patient))/i, id: 'move' },
  { verbs: /^(?:report|explain)$/, object: /^(?:that|whether|if)\b/i, id: 'identify' },
  { verbs: /^prepare$/, object: /(?:rooms?|beds?|zimmer|betten?)$/i, id: 'arrange-things' },
  { verbs: /^(?:coat-film|prepare)$/, object: /(?:desserts?|dishes?|starters?|mains|meals?|food|plates?)$/i, id: 'prepare-food' },
  { verbs: /^(?:provide|issue-goods)$/, object: /(?:insulin|medicines?|medication|tablets|pills|injections?|drops|medikamente?n?|tabletten)$/i, id: 'medicate' },
  { verbs: /^machine$/, object: /(?:anträge?n?|aufträge?n?|fälle?n?|vorgänge?n?|anfragen?|bestellung(?:en)?|retouren?|mails?|tickets?|rechnung(?:en)?|post|orders?|claims?|requests?|applications?|returns?)$/i, id: 'handle' },
  { verbs: /^machine$/, object: /(?:bilder?n?|fotos?|videos?|texte?n?|images?|pictures?|photos?)$/i, id: 'edit' },
  { verbs: /^machine$/, object: /(?:reklamation(?:en)?|beschwerden?)$/i, id: 'complain-handling' },
  { verbs: /^arbitrate-price$/, object: /^(?!.*(?:vertr[aä]g|geschäft|kauf|verkauf|deal|contract|sale))/i, id: 'complete' },
  { verbs: /^slaughter$/, object: /^(?!.*(?:fleisch|tiere?|schweine?|rinder?|geflügel|fisch|meat|pigs?|poultry))/i, id: 'dismantle' },
  { verbs: /^maintain-site$/, object: /^(?!.*(?:shop|seiten?|website|kanal|kanäle|plattform|konto|konten|server|system|netz))/i, id: 'care' },
  { verbs: /^construct$/, object: /(?:maschinen?|geräte?n?|anlagen?|regale?n?|möbeln?|zelte?|stände?n?|machines?|shel(?:f|ves)|furniture|stands?)$/i, id: 'assemble' },
  { verbs: /^measure$/, object: /orders?$/i, id: 'take-order' },
  { verbs: /^measure$/, object: /samples?$/i, id: 'collect' },
  { verbs: /^measure$/, object: /(?:photos?|pictures?)$/i, id: 'photograph' },
  { verbs: /^measure$/, object: /(?:minutes|notes?)$/i, id: 'record' },
  { verbs: /^measure$/, object: /(?:calls?|phone)$/i, id: 'answer' },
  { verbs: /^(?:inspect|test)$/, object: papers, id: 'check' },
  { verbs: /^explain$/, object: /^(?:weshalb|warum|wieso|why)\b/i, id: 'diagnose' },
  { verbs: /^(?:copy|secure)$/, object: /(?:ladung|fracht|last|paletten?|load|cargo|pallets?)$/i, id: 'fix' },
  { verbs: /^(?:prepare|make|cut|turn)$/, object: /(?:videos?|clips?|films?|filme?)$/i, id: 'photograph' },
  { verbs: /^fit$/, object: /(?:einspr[uü]ch(?:e|en)?|widerspr[uü]ch(?:e|en)?|beschwerden?|rechtsmittel)$/i, id: 'submit' },
  { verbs: /^(?:diagnose|search|inspect|understand|identify|discover)$/, object: /(?:\bcause|\breason|\bfault|why |ursache|fehler|weshalb|warum|störung|wo (?:es|der|die|das))/i, id: 'diagnose' },
  { verbs: /^(?:fix|replace)$/, object: /\b(?:bugs?|faults?|problems?|errors?|leaks?)$|(?:fehler|störung(?:en)?|problem\w*)$/i, id: 'remove-fault' },
  { verbs: /^(?:set-up|fit)$/, object: /(?:pressure|temperature|speed|value|height|gap|clearance|parameters?)$|(?:druck|temperatur|drehzahl|wert|höhe|spalt|parameter)$/i, id: 'adjust' },
  { verbs: /^(?:set-up|install)$/, object: /(?:laptop|computer|pc|account|network|router|server|printer|phone|workstation|software|netzwerk|drucker|rechner|konto|benutzer)s?$/i, id: 'configure' },
  { verbs: /^(?:write|make|construct|change)$/, object: /(?:programs?|programmes?|code|scripts?|software|tests|programme?|skripte?)$/i, id: 'program' },
  { verbs: /^(?:maintain)$/, object: /(?:data|website|shop|pages?|daten|seiten?|website|stammdaten)$/i, id: 'update' },
  { verbs: /^(?:maintain)$/, object: /(?:residents?|patients?|bewohner\w*|patient\w*|menschen|kranken?)$/i, id: 'care' },
  { verbs: /^(?:post-accounts|book)$/, object: /(?:room|trip|hotel|flight|table|zimmer|reise|tisch|flug)s?$/i, id: 'book' },
  { verbs: /^(?:inspect|check)$/, object: /(?:risk|risks|danger|risik(?:o|en)|gefahren?)$/i, id: 'evaluate-risk' },
  { verbs: /^(?:assess|grade)$/, object: /(?:risks?|risik(?:o|en)|sturzrisiko|gefährdung(?:en)?)$/i, id: 'evaluate-risk' },
  { verbs: /^(?:estimate|assess|grade)$/, object: /(?:damage|schaden|schäden)$/i, id: 'appraise-used' },
  { verbs: /^(?:handle|answer|remove-fault)$/, object: /(?:complaints?|reklamation(?:en)?|beschwerden?)$/i, id: 'complain-handling' },
  { verbs: /^(?:plan|arrange|organise)$/, object: /(?:routes?|rounds|tours|touren|frachten?|routen|fahrten)(?: of .*)?$/i, id: 'schedule-transport' },
  { verbs: /^(?:prepare|write)$/, object: /(?:dienstplä?n\w*|schichtplä?n\w*|rosters?|rotas?|schedules?)$/i, id: 'plan' },
  { verbs: /^(?:plan|supervise|prepare)$/, object: /(?:budgets?|budjet)$/i, id: 'budget' },
  { verbs: /^(?:train|instruct|lead)$/, object: /(?:children|kids|kinder)$/i, id: 'teach-children' },
  { verbs: /^(?:program|train|teach-children)$/, object: /(?:robots?|gripper|points?|roboter)$/i, id: 'program' },
  { verbs: /^(?:clean|help-wash)$/, object: /(?:residents?|patients?|bewohner\w*|patient\w*)$/i, id: 'help-wash' },
  { verbs: /^(?:connect|bandage)$/, object: /(?:wounds?|wunden?)$/i, id: 'bandage' },
  { verbs: /^(?:submit)$/, object: /(?:vat|tax|steuer)\w*(?: return)?$/i, id: 'declare' },
]

const children = /(?:children|kids|pupils|kinder|schüler\w*)$/i
const robots = /(?:robots?|gripper|points?|roboter)$/i

/** The verb that is meant where its word has several meanings. */
export function verbByObject(verb: Verb, object: string, lexicon: OpenLexicon): Verb {
  // To check papers is comparing, to check a thing is looking and measuring.
  if (verb.id === 'check' && object !== '' && !papers.test(object)) return lexicon.verb('inspect') ?? verb
  if (verb.id === 'teach-children' && !children.test(object) && !robots.test(object)) return lexicon.verb('train') ?? verb
  const turn = turns.find((one) => one.verbs.test(verb.id) && one.object.test(object))
  return (turn && lexicon.verb(turn.id)) ?? verb
}
