import { listOf } from '../words.ts'

/** Closed classes of German: words that never are a verb, a noun or an object by themselves. */
export const determiners = listOf(
  "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure dein deine deinen dieser diese dieses diesen diesem jeder jede jedes jeden jedem alle allen aller alles einige einigen mehrere mehreren viele vielen manche manchen jene jenen beide beiden sämtliche d' s' de dr 's ne nen ner",
)
export const pronouns = listOf('jeder jede alle ich du er sie es wir ihr man mich dich ihn uns euch ihm ihnen mir dir sich wer jemand jemanden niemand niemanden einer keiner keine keinem das dies alles nichts etwas he oiner dat')
export const subjects = listOf('jeder jede alle ich du er sie es wir ihr man wer jemand niemand einer keiner he oiner')
export const prepositions = listOf(
  'under ab an am ans anhand auf aufs aus außer außerhalb bei beim bis durch durchs entlang entsprechend für fürs gegen gemäß hinter in im ins inklusive innerhalb je laut mit mithilfe mittels nach neben oberhalb ohne per pro seit statt trotz über übers um unter unterhalb von vom vor während wegen zu zum zur zwischen dank samt binnen rund gegenüber zwecks bezüglich',
)
export const conjunctions = listOf('und oder aber sondern denn sowie dass weil wenn falls sobald bevor nachdem ob als damit indem obwohl sofern solange sodass bzw beziehungsweise & un doch sonst ehe wemmer')
export const modals = listOf('must muß muss musst müssen müsst müsste müssten soll sollst sollen sollte sollten kann kannst können könnte könnten darf darfst dürfen dürfte will willst wollen wollte möchte möchten mutt muass mog wird werden würde würden braucht brauchen')
export const auxiliaries = listOf("ist sind war sei wär wäre wären wär's ist's hat haben habe hatte hätten hätte bin bist seid wird werden wurde wurden worden gewesen sein")
/** What may stand behind the last verb: einrichten *können*, geprüft *werden*. */
export const trailing = listOf('können könnte müssen sollen dürfen wollen werden sein haben kann muss soll darf will wird ist sind hat könen künne kenna kinna könne sei hoam möchte sollte könnte müsste wurde worden lassen')
export const adverbs = listOf(
  'auch nur noch schon mal gleich sofort immer stets selbst selber allein alleine selbstständig eigenständig sauber sorgfältig sicher richtig korrekt gut schnell zuverlässig regelmäßig neu dann danach zuerst zunächst anschließend erst wieder hier dort da so sehr ganz bitte eigentlich doch halt eben ja nicht nie niemals fachgerecht ordentlich genau zügig rechtzeitig vollständig gründlich freundlich höflich digital manuell täglich wöchentlich monatlich stündlich jährlich nachts morgens abends mittags montags freitags notfalls zusammen gemeinsam jetzt heute morgen gern gerne lieber bereits einfach direkt besonders unbedingt jeweils ggf gegebenenfalls offenbar endlich überhaupt sogar ned net nich bloß glei alloi geordnet pünktlich termingerecht fristgerecht körperlich weiter weiterhin außerdem zudem ebenfalls etwa circa ca dabei dafür daran darauf dazu damit davon darüber weg zwar blitzblank gscheit scho hin her heim zurück vorher nachher ständig oft meist meistens einmal zweimal hauptsächlich insbesondere vor allem',
)
export const relatives = listOf('wie was wo warum weshalb wieso welche welcher welches welchen welchem wann woran womit wozu wofür wodurch woher wohin ob wieviel')

/** Who works: a German noun for a person. */
export const isPerson = (low: string): boolean =>
  /(?:azubi|auszubildende|lehrling|praktikant|arbeiter|kolleg|mitarbeiter|mitarbeitende|bewerber|kandidat|schweißer|dreher|fräser|monteur|mechaniker|mechatroniker|elektriker|elektroniker|techniker|fahrer|lagerist|verkäufer|kassierer|kellner|koch|köchin|köche|pfleger|schwester|pflegekraft|pflegekräfte|fachkraft|fachkräfte|kraft|leute|leut|mann|frau|männer|frauen|person|personen|meister|gesell|schüler|student|absolvent|buchhalter|sachbearbeiter|disponent|planer|einrichter|bediener|helfer|hilfskraft|leiter|chef|team|truppe|mannschaft|bua|buam|bub|jung|jungs|mädel|mädels|neue|neuen|neuling|nachwuchs|prüfer|entwickler|administrator|programmierer|servicekraft|zimmermädchen|hausdame|rezeptionist|moderator|moderatorin|anfänger|stift|belegschaft|besatzung|kraftfahrer|hausmeister|steuerfachangestellte)(?:in|innen|en|e|n|s|r|er|ern)?$/.test(low)

/** Whom one serves or works with: never a tool. */
export const isPartner = (low: string): boolean =>
  isPerson(low) || /(?:kunde|kunden|kundin|kundinnen|gast|gästen|gäste|patient|patienten|bewohner|bewohnern|lieferant|lieferanten|angehörigen?|kindern?|partnern?|behörden?|ämtern?|abteilung|abteilungen|bereichen?|menschen|mandanten?|ärzten?|arzt|eltern|anderen|team|banken?|versicherung|versicherungen|kolleginnen|geschäftsleitung|demenz)$/.test(low)
