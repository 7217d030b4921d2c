/** Third person, past and participle of strong and mixed German verbs, without a prefix; prefixed ones follow them. */
export const strong: readonly (readonly [base: string, third: string, past: string, participle: string])[] =
  `lesen liest las gelesen|messen misst maß gemessen|geben gibt gab gegeben|nehmen nimmt nahm genommen|schneiden schneidet schnitt geschnitten
schließen schließt schloss geschlossen|binden bindet band gebunden|finden findet fand gefunden|gießen gießt goss gegossen|bieten bietet bot geboten
biegen biegt bog gebogen|schieben schiebt schob geschoben|ziehen zieht zog gezogen|heben hebt hob gehoben|halten hält hielt gehalten
fahren fährt fuhr gefahren|tragen trägt trug getragen|laden lädt lud geladen|backen backt backte gebacken|braten brät briet gebraten
kennen kennt kannte gekannt|nennen nennt nannte genannt|bringen bringt brachte gebracht|denken denkt dachte gedacht|stehen steht stand gestanden
schreiben schreibt schrieb geschrieben|sprechen spricht sprach gesprochen|treiben treibt trieb getrieben|weisen weist wies gewiesen
schleifen schleift schliff geschliffen|waschen wäscht wusch gewaschen|helfen hilft half geholfen|werfen wirft warf geworfen|graben gräbt grub gegraben
schlagen schlägt schlug geschlagen|rufen ruft rief gerufen|lassen lässt ließ gelassen|fangen fängt fing gefangen|gehen geht ging gegangen
senden sendet sandte gesandt|wiegen wiegt wog gewogen|treten tritt trat getreten|leihen leiht lieh geliehen|schmelzen schmilzt schmolz geschmolzen
streichen streicht strich gestrichen|reiben reibt rieb gerieben|wenden wendet wandte gewandt|scheiden scheidet schied geschieden|tun tut tat getan
sehen sieht sah gesehen|brechen bricht brach gebrochen|greifen greift griff gegriffen|steigen steigt stieg gestiegen|winden windet wand gewunden
spinnen spinnt spann gesponnen|kneifen kneift kniff gekniffen|blasen bläst blies geblasen|fallen fällt fiel gefallen|liegen liegt lag gelegen
kommen kommt kam gekommen|sitzen sitzt saß gesessen|essen isst aß gegessen|wissen weiß wusste gewusst|brennen brennt brannte gebrannt
schießen schießt schoss geschossen|gewinnen gewinnt gewann gewonnen|empfehlen empfiehlt empfahl empfohlen|entscheiden entscheidet entschied entschieden
unterscheiden unterscheidet unterschied unterschieden|beginnen beginnt begann begonnen|bergen birgt barg geborgen|raten rät riet geraten|leiden leidet litt gelitten`
    .split(/[|\n]/)
    .map((line) => line.trim().split(' ') as unknown as readonly [string, string, string, string])

/** Parts that stand apart in a main clause. The longest first. */
export const separable = /^(wiederher|zusammen|auseinander|herunter|heraus|hinunter|hinein|herein|zurück|weiter|runter|vorbei|bereit|instand|hinzu|hoch|rauf|raus|rein|fest|fort|frei|fertig|nach|sicher|gegenüber|nieder|durch|entgegen|gegen|vor|aus|auf|ein|bei|los|mit|weg|her|hin|dar|gut|ab|an|um|zu)(?=.{4,})/

/** Verbs that begin like a separable one and are none. */
export const inseparable = /^(?:durchsuch|durchlauf|umfass|umgeb|unter|über|wieder(?!her)|hinter|voll|antwort|beantwort|ausweis|beißen|anker|auditier|einig|reinig|festig|zurr|analysier|automatisier)/

/** Nouns made of German verbs that are neither the infinitive nor end in -ung. */
export const verbalNouns: Readonly<Record<string, string>> = {
  installation: 'installieren', reparatur: 'reparieren', montage: 'montieren', demontage: 'demontieren', analyse: 'analysieren', diagnose: 'diagnostizieren', fehlerdiagnose: 'diagnostizieren', kontrolle: 'kontrollieren',
  wartung: 'warten', pflege: 'pflegen', einkauf: 'einkaufen', verkauf: 'verkaufen', wechsel: 'wechseln', austausch: 'austauschen', umbau: 'umbauen', einbau: 'einbauen', ausbau: 'ausbauen',
  aufbau: 'aufbauen', abbau: 'abbauen', zusammenbau: 'zusammenbauen', transport: 'transportieren', test: 'testen', tests: 'testen', vergleich: 'vergleichen', entwurf: 'entwerfen', betrieb: 'betreiben',
  disposition: 'disponieren', dokumentation: 'dokumentieren', kommunikation: 'kommunizieren', organisation: 'organisieren', koordination: 'koordinieren', produktion: 'produzieren', konfiguration: 'konfigurieren',
  präsentation: 'präsentieren', moderation: 'moderieren', kalkulation: 'kalkulieren', inspektion: 'inspizieren', konstruktion: 'konstruieren', integration: 'integrieren', migration: 'migrieren',
  desinfektion: 'desinfizieren', sterilisation: 'sterilisieren', kommissionierung: 'kommissionieren', abnahme: 'prüfen', annahme: 'annehmen', entnahme: 'herausnehmen', aufnahme: 'aufnehmen', versand: 'versenden',
  suche: 'suchen', fehlersuche: 'Fehler suchen', beschnitt: 'beschneiden', zuschnitt: 'zuschneiden', schnitt: 'schneiden', ausgabe: 'ausgeben', rückgabe: 'zurückgeben', übergabe: 'übergeben', eingabe: 'eingeben',
  abgleich: 'abgleichen', umgang: 'verwenden', einsatz: 'einsetzen', gebrauch: 'verwenden', update: 'aktualisieren', updates: 'aktualisieren', verleih: 'verleihen', bedienung: 'bedienen', inbetriebnahme: 'in Betrieb nehmen',
  instandhaltung: 'instand halten', instandsetzung: 'instand setzen', inventur: 'inventarisieren', inventuren: 'inventarisieren', sicherheitsunterweisungen: 'unterweisen', unterweisungen: 'unterweisen', kontrollen: 'kontrollieren', analysen: 'analysieren', reparaturen: 'reparieren', inspektionen: 'inspizieren', kalkulationen: 'kalkulieren', mithilfe: 'helfen', hilfe: 'helfen', mitarbeit: 'mitarbeiten', teilnahme: 'teilnehmen', aufsicht: 'beaufsichtigen',
  start: 'starten', anbau: 'anbauen', verlegung: 'verlegen', fertigung: 'fertigen', einarbeitung: 'einarbeiten', unterweisung: 'unterweisen', recherche: 'recherchieren', archivierung: 'archivieren', entsorgung: 'entsorgen',
  betreuung: 'betreuen', durchsicht: 'durchsehen', gestaltung: 'gestalten', programmierung: 'programmieren', überwachung: 'überwachen', überprüfung: 'überprüfen', abrechnung: 'abrechnen', verpackung: 'verpacken', anleitung: 'anleiten',
  erfassung: 'erfassen', auswertung: 'auswerten', beratung: 'beraten', bearbeitung: 'bearbeiten', sicherung: 'sichern', führung: 'führen', leitung: 'leiten', buchung: 'buchen', kontierung: 'kontieren', planung: 'planen',
  service: 'servieren', reinigung: 'reinigen', versorgung: 'versorgen', nachverfolgung: 'nachverfolgen', rüsten: 'rüsten', ernte: 'ernten', aussaat: 'säen', ablage: 'ablegen', vermittlung: 'vermitteln', assistenz: 'assistieren',
}

/** Nouns in -ung and infinitives that name things, not what is done: no action may be made of them. */
export const thingNouns = new Set(
  'haltung zeichnung rechnung steuerung lieferung bestellung leitung führung lösung übung achtung wohnung kleidung verpflegung bezahlung vergütung ausbildung weiterbildung fortbildung schulung stellung richtung bedingung erfahrung ordnung abteilung sitzung leistung verbindung schaltung bedienung anleitung sendung ladung unterstützung anlage essen schreiben leben verfahren rechnungen zeichnungen lieferungen bestellungen steuerungen unternehmen vorgehen auftreten wissen vermögen interesse test service start betrieb hilfe suche schnitt aufnahme ausgabe mithilfe verleih versand organisation produktion konstruktion kommunikation anmeldung meldung einstellung versicherung verpackung beleuchtung heizung lüftung dichtung kupplung werbung buchung vertretung beratung bewerbung meinung'.split(
    ' ',
  ),
)
