import type { exchangeEn } from './exchange.en.ts'

/** Sätze zu Import und Export: was, wo, und wie es zu beheben ist. */
export const exchangeDe: Record<keyof typeof exchangeEn, string> = {
  // Neben einem Feld: die Codes der Prüfungen im Kernel, ohne Zeile und Spalte.
  'fault.wrong-length': 'hat {length} Zeichen; es müssen {expected} sein',
  'fault.wrong-character': 'darf „{character}“ nicht enthalten: vergleichen Sie mit dem Dokument',
  'fault.wrong-birth-date': 'enthält ein Geburtsdatum, das es nicht gibt ({value}): prüfen Sie die Stellen 7 bis 14',
  'fault.bad-check-digit': 'hat eine Prüfziffer, die nicht passt; mindestens ein Zeichen ist falsch: vergleichen Sie mit dem Dokument',

  'import-fault.no-header':
    'Keine Zeile sieht nach einer Kopfzeile aus. Erwartet werden Spalten wie {expected}. Wählen Sie die Kopfzeile selbst oder beginnen Sie mit der Vorlage.',
  'import-fault.column-missing': 'In Zeile {row} fehlt die Spalte „{column}“. Ergänzen Sie sie oder ordnen Sie eine Spalte zu.',
  'import-fault.column-twice': 'Die Spalte „{column}“ kommt zweimal vor (auch in {other}). Lassen Sie eine der beiden weg.',
  'import-fault.required': 'Zeile {row}: „{column}“ ist leer. Bitte ausfüllen.',
  'import-fault.formula': 'Zeile {row}, „{column}“: Die Zelle rechnet ({value}). Kopieren Sie sie und fügen Sie sie als Wert ein.',
  'import-fault.error-value': 'Zeile {row}, „{column}“: Die Zelle zeigt den Fehler {value}. Tragen Sie den Wert ein.',
  'import-fault.digits-lost':
    'Zeile {row}, „{column}“: {value} hat Ziffern verloren. Excel rundet lange Nummern und streicht führende Nullen. Formatieren Sie die Spalte als Text und tragen Sie die Nummer neu aus der Quelle ein.',
  'import-fault.too-long': 'Zeile {row}, „{column}“: {length} Zeichen sind zu viele, höchstens {max}. Bitte kürzen.',
  'import-fault.wrong-length': 'Zeile {row}, „{column}“: {value} hat {length} statt {expected} Zeichen. Prüfen Sie die Nummer.',
  'import-fault.wrong-character':
    'Zeile {row}, „{column}“: „{character}“ kann in {value} nicht stehen. Achten Sie auf Buchstaben, die wie Ziffern aussehen (O und 0, I und 1).',
  'import-fault.wrong-birth-date': 'Zeile {row}, „{column}“: Das Geburtsdatum in {value} gibt es nicht. Prüfen Sie die Stellen 7 bis 14.',
  'import-fault.bad-check-digit':
    'Zeile {row}, „{column}“: Die Prüfziffer von {value} passt nicht, also ist mindestens ein Zeichen falsch. Vergleichen Sie mit dem Dokument.',
  'import-fault.not-a-date': 'Zeile {row}, „{column}“: „{value}“ ist kein Tag. Schreiben Sie 2026-09-01.',
  'import-fault.ambiguous-date':
    'Zeile {row}, „{column}“: „{value}“ lässt sich auf zwei Arten lesen. Schreiben Sie das Jahr zuerst, etwa 2026-09-01.',
  'import-fault.not-a-number': 'Zeile {row}, „{column}“: „{value}“ ist keine Zahl. Schreiben Sie nur Ziffern, ohne Einheit.',
  'import-fault.too-small': 'Zeile {row}, „{column}“: {value} liegt unter dem kleinsten erlaubten Wert {min}. Bitte berichtigen.',
  'import-fault.too-large': 'Zeile {row}, „{column}“: {value} liegt über dem größten erlaubten Wert {max}. Bitte berichtigen.',
  'import-fault.too-many-decimals': 'Zeile {row}, „{column}“: {value} hat mehr als {decimals} Nachkommastellen. Bitte runden.',
  'import-fault.not-a-choice': 'Zeile {row}, „{column}“: „{value}“ steht nicht zur Wahl. Wählen Sie aus: {choices}.',
  'import-fault.not-a-truth': 'Zeile {row}, „{column}“: „{value}“ ist weder Ja noch Nein. Schreiben Sie eines von beiden.',
  'import-fault.not-an-email': 'Zeile {row}, „{column}“: „{value}“ ist keine Mailadresse. Schreiben Sie name@example.org.',
  'import-fault.not-a-phone':
    'Zeile {row}, „{column}“: „{value}“ ist keine Telefonnummer. Schreiben Sie Ziffern, für das Ausland mit + und Landesvorwahl.',
  'import-fault.unknown-reference':
    'Zeile {row}, „{column}“: „{value}“ ist hier nicht bekannt. Prüfen Sie die Schreibweise, legen Sie es zuerst an oder leeren Sie die Zelle.',
  'import-fault.ambiguous-reference': 'Zeile {row}, „{column}“: „{value}“ heißen mehrere. Schreiben Sie stattdessen den Code.',
  'import-fault.duplicate-in-file': 'Zeile {row}: {value} ({column}) steht auch in Zeile {other}. Behalten Sie eine von beiden.',
  'import-fault.hidden-row': 'Zeile {row} ist in der Datei ausgeblendet. Soll sie übernommen werden?',
  'import-fault.serial-date': 'Zeile {row}, „{column}“: {value} wurde als {date} gelesen, wie Excel Tage zählt. Stimmt das?',
  'import-fault.maybe-rounded':
    'Zeile {row}, „{column}“: {value} endet auf Nullen wie von Excel gerundete Nummern. Vergleichen Sie mit der Quelle.',
  'import-fault.looks-like-existing':
    'Zeile {row}: Denselben Eintrag scheint es schon zu geben, als {value}. Ist er neu oder derselbe unter anderer Nummer?',

  'file.not-a-zip': 'Die Datei ist beschädigt oder unvollständig. Speichern Sie sie neu und laden Sie sie noch einmal hoch.',
  'file.broken-directory': 'Die Datei ist beschädigt: Verzeichnis und Inhalt passen nicht zusammen. Speichern Sie sie neu.',
  'file.broken-entry': 'Die Datei ist bei „{name}“ beschädigt. Speichern Sie sie neu.',
  'file.too-many-entries': 'Das Archiv enthält {entries} Dateien, erlaubt sind {limit}. Teilen Sie es.',
  'file.encrypted': 'Die Datei ist mit einem Passwort geschützt. Entfernen Sie es und laden Sie die Datei erneut hoch.',
  'file.zip64': 'Das Archiv hat das Format für sehr große Dateien. Teilen Sie es.',
  'file.bad-name': 'Das Archiv enthält eine Datei mit einem Pfad, der nach außen führt. Es wurde abgelehnt.',
  'file.two-of-one-name': 'Das Archiv enthält zwei Dateien namens „{name}“. Es wurde abgelehnt.',
  'file.too-large': 'Entpackt ist die Datei größer als {megabytes} MB. Teilen Sie sie.',
  'file.too-dense':
    '„{name}“ wird entpackt mehr als {ratio}-mal so groß. Die Datei wurde zur Sicherheit abgelehnt. Speichern Sie sie neu, ohne Formate für leere Zeilen.',
  'file.overlapping': 'Die Dateien im Archiv überlappen sich. Es wurde abgelehnt.',
  'file.nested': '„{name}“ ist ein Archiv im Archiv. Entpacken Sie es zuerst.',
  'file.unknown-method': '„{name}“ ist ungewöhnlich gepackt. Packen Sie ein gewöhnliches ZIP.',
  'file.wrong-size': 'Die Datei ist beschädigt: „{name}“ ist nicht so lang wie angegeben. Speichern Sie sie neu.',
  'file.wrong-checksum': 'Die Datei ist beschädigt: Die Prüfsumme von „{name}“ passt nicht. Speichern Sie sie neu.',
  'file.lied-about-size': '„{name}“ ist größer als angegeben. Die Datei wurde abgelehnt.',
  'file.not-a-workbook': 'Das ist keine Excel-Arbeitsmappe. Speichern Sie die Liste als XLSX oder CSV.',
  'file.old-workbook': 'Das ist eine Arbeitsmappe im alten Format (XLS) oder mit Passwort. Speichern Sie sie als XLSX ohne Passwort.',
  'file.macros': 'Die Arbeitsmappe enthält Makros. Speichern Sie sie als XLSX ohne Makros.',
  'file.doctype': 'Die Datei enthält eine Dokumenttyp-Angabe, die Tabellen nie brauchen. Sie wurde zur Sicherheit abgelehnt.',
  'file.broken-xml': 'Die Arbeitsmappe ist innen beschädigt. Öffnen Sie sie in Excel oder WPS und speichern Sie sie neu.',
  'file.too-many-rows': 'Die Datei hat mehr als {limit} Zeilen. Teilen Sie sie.',
  'file.too-many-columns': 'Die Datei hat Zellen jenseits von Spalte {limit}. Löschen Sie die Spalten rechts Ihrer Liste.',
  'file.too-many-cells': 'Die Datei hat mehr als {limit} Zellen. Löschen Sie, was nicht zur Liste gehört, oder teilen Sie sie.',
  'file.wrong-encoding': 'Der Text ist nicht in {encoding} geschrieben. Wählen Sie eine andere Kodierung.',
  'file.record-too-long': 'Bei Zeile {line} öffnet ein Anführungszeichen, das sich nie schließt. Schließen oder löschen Sie es.',
  'file.broken-csv': 'Bei Zeile {line} lässt sich die Datei nicht als CSV lesen. Speichern Sie sie neu.',
  'file.file-empty': 'Die Datei ist leer.',
  'file.too-slow':
    'Das Lesen dauerte länger als {seconds} Sekunden oder brauchte zu viel Speicher. Teilen Sie die Datei oder löschen Sie, was nicht zur Liste gehört.',
  'file.not-a-document': 'Diese Datei lässt sich hier nicht lesen. Gelesen werden TXT, DOCX, HTML, PDF mit Text und JSON einer Stellenanzeige. Speichern Sie sie als DOCX oder fügen Sie den Text ein.',
  'file.old-document': 'Das ist ein Dokument in einem alten Format (DOC, RTF, WPS) oder mit Passwort. Speichern Sie es als DOCX ohne Passwort oder fügen Sie den Text ein.',
  'file.broken-document': 'Das Dokument ist innen beschädigt. Öffnen Sie es in Word oder WPS und speichern Sie es neu, oder fügen Sie den Text ein.',
  'file.document-doctype': 'Die Datei erklärt eigene Entitäten, die kein Dokument braucht. Sie wurde zur Sicherheit abgelehnt. Speichern Sie sie als DOCX oder fügen Sie den Text ein.',
  'file.document-without-text': 'Die Datei enthält keinen lesbaren Text. Fügen Sie den Text ein.',
  'file.document-too-slow': 'Das Lesen dauerte länger als {seconds} Sekunden oder brauchte zu viel Speicher. Speichern Sie die Datei als DOCX oder fügen Sie den Text ein.',
  'file.broken-pdf': 'Das PDF ist beschädigt oder unvollständig. Speichern Sie es als DOCX oder fügen Sie den Text ein.',
  'file.locked-pdf': 'Das PDF ist mit einem Passwort geschützt. Speichern Sie es ohne Passwort oder fügen Sie den Text ein.',
  'file.pdf-without-text': 'Die Seiten dieses PDF sind Bilder (ein Scan) und enthalten keinen Text. Lassen Sie den Text zuerst erkennen und speichern Sie als DOCX, oder fügen Sie den Text ein.',
  'file.broken-json': 'Die Datei beginnt wie JSON, ist aber beschädigt oder unvollständig. Fügen Sie den Text ein.',
  'file.json-without-posting': 'Dieses JSON enthält keine Stellenanzeige (schema.org JobPosting). Fügen Sie den Text ein.',

  'programme-sheet.no-header': 'Es wurde keine Kurstabelle gefunden. Nötig sind mindestens die Spalten Kurs und Credits oder Stunden.',
  'programme-sheet.name-missing': 'Zeile {row}: Der Kurs hat keinen Namen. Bitte ausfüllen.',
  'programme-sheet.digits-lost':
    'Zeile {row}, {name}: Der Code {value} hat Nullen oder Ziffern verloren. Formatieren Sie die Spalte als Text und tragen Sie ihn neu ein.',
  'programme-sheet.formula': 'Zeile {row}: Die Zelle rechnet ({value}). Kopieren Sie sie und fügen Sie sie als Wert ein.',
  'programme-sheet.not-a-number': 'Zeile {row}: „{value}“ ist keine Zahl. Schreiben Sie nur Ziffern.',
  'programme-sheet.hours-unclear': 'Zeile {row}, {name}: Die Stunden „{value}“ sind nicht eindeutig. Schreiben Sie 64 oder 64(32+32).',
  'programme-sheet.hours-do-not-add':
    'Zeile {row}, {name}: Theorie {theory} und Praxis {practice} ergeben nicht {total}. Berichtigen Sie einen der drei Werte.',
  'programme-sheet.duplicate-code':
    'Zeile {row}: {code} ist der Code von {name} und in Zeile {other} von {otherName}. Geben Sie einem davon einen eigenen.',
  'programme-sheet.term-unclear':
    'Zeile {row}: „{value}“ im Halbjahr {term} ist unklar. Schreiben Sie Wochenstunden (4) oder Wochen (2周).',
  'programme-sheet.unit-without-course':
    'Zeile {row}: Die Einheit {name} gehört zu „{value}“, das nicht in der Kurstabelle steht. Prüfen Sie den Kurscode.',
  'programme-sheet.unit-name-missing': 'Zeile {row}: Die Einheit hat keinen Namen. Bitte ausfüllen.',
  'programme-sheet.total-differs':
    'Zeile {row}, {label} ({name}): Im Blatt steht {stated}, die Zeilen ergeben {computed}. Prüfen Sie, was stimmt.',
  'programme-sheet.code-missing': 'Zeile {row}: {name} hat keinen Code. Ohne ihn wird der Kurs beim nächsten Mal nicht wiedererkannt.',
  'programme-sheet.code-repeated': 'Zeile {row}: {name} ({code}) steht auch in Zeile {other}. Ist es ein Kurs über mehrere Halbjahre?',
  'programme-sheet.hours-not-split': 'Zeile {row}, {name}: {total} Stunden ohne Theorie und Praxis. Ergänzen Sie sie, falls bekannt.',
  'programme-sheet.hidden-row': 'Zeile {row}, {name}, ist in der Datei ausgeblendet. Soll sie übernommen werden?',
  'programme-sheet.hidden-column': 'Spalte {column} ist in der Datei ausgeblendet, wurde aber gelesen. Bitte prüfen.',
  'programme-sheet.weekly-hours-differ':
    'Zeile {row}, {name}: Wochenstunden mal Schulwochen ergeben {computed}, im Blatt steht {stated}. Bitte prüfen.',
  'programme-sheet.unit-hours-differ':
    'Zeile {row}, {name}: Die Einheiten haben zusammen {computed} Stunden, der Kurs {stated}. Bitte prüfen.',
  'programme-sheet.linked-file':
    'Die Arbeitsmappe verweist auf andere Dateien. Sie wurden nicht geöffnet; prüfen Sie Werte, die von dort kommen.',

  'taxonomy-reject.wrong-columns': '{file}: Die Spalten {missing} fehlen. Ist es die richtige Datei?',
  'taxonomy-reject.field-missing': '{file}, Zeile {line}: {field} ist leer ({value}). Die Zeile wurde ausgelassen.',
  'taxonomy-reject.duplicate': '{file}, Zeile {line}: {value} gibt es schon. Die erste Zeile gilt.',
  'taxonomy-reject.bad-code': '{file}, Zeile {line}: „{value}“ ist kein Code dieser Taxonomie. Die Zeile wurde ausgelassen.',
  'taxonomy-reject.bad-uri': '{file}, Zeile {line}: „{value}“ ist keine Adresse eines Begriffs. Die Zeile wurde ausgelassen.',
  'taxonomy-reject.unknown-relation': '{file}, Zeile {line}: Die Beziehung „{value}“ ist unbekannt. Die Zeile wurde ausgelassen.',
  'taxonomy-reject.unknown-type': '{file}, Zeile {line}: Die Stufe „{value}“ ist unbekannt. Die Zeile wurde ausgelassen.',
  'taxonomy-reject.broken-name':
    '{file}, Zeile {line}: Der Name „{value}“ scheint abgeschnitten. Vergleichen Sie mit dem gedruckten Verzeichnis.',
  'taxonomy-reject.unknown-grade': '{file}, Zeile {line}: Die Stufe „{value}“ ist unbekannt. Die Zeile wurde ausgelassen.',
  'taxonomy-reject.bad-weight': '{file}, Zeile {line}: Das Gewicht „{value}“ ist keine Zahl von 0 bis 100. Die Zeile wurde ausgelassen.',
  'taxonomy-reject.dangling': '{file}, Zeile {line}: {value} gibt es in dieser Ausgabe nicht. Die Beziehung wurde ausgelassen.',
  'taxonomy-reject.bad-json': '{file} ist kein JSON der erwarteten Form.',
  'taxonomy-reject.level-unlike-code':
    '{file}, Eintrag {line}: Die Ebene {level} passt nicht zum Code {value}. Der Eintrag wurde ausgelassen.',

  'calendar.year-reversed': 'Das Schuljahr endet ({to}), bevor es beginnt ({from}). Berichtigen Sie einen der Tage.',
  'calendar.term-reversed': 'Halbjahr {term} endet ({to}), bevor es beginnt ({from}). Berichtigen Sie einen der Tage.',
  'calendar.term-outside-year': 'Halbjahr {term} ({from} bis {to}) liegt außerhalb des Schuljahrs. Ändern Sie Halbjahr oder Schuljahr.',
  'calendar.terms-overlap': 'Die Halbjahre {term} und {other} überschneiden sich vom {from} bis {to}. Kürzen Sie eines.',
  'calendar.term-key-twice': 'Halbjahr {term} gibt es zweimal. Geben Sie einem eine andere Nummer.',
  'calendar.exam-week-outside-term': 'Woche {week} gehört nicht zum Halbjahr {term}. Wählen Sie eine andere Prüfungswoche.',
  'calendar.holiday-reversed': 'Ein Feiertag endet ({to}), bevor er beginnt ({from}). Berichtigen Sie einen der Tage.',
  'calendar.holidays-overlap': 'Die freien Tage {name} und {other} überschneiden sich vom {from} bis {to}. Fassen Sie sie zusammen.',
  'calendar.workday-twice': '{date} ist zweimal getauscht. Lassen Sie einen Eintrag weg.',
  'calendar.workday-in-holiday': '{date} ist zugleich frei und getauschter Arbeitstag. Entscheiden Sie sich für eines.',
  'calendar.workday-not-free': '{date} ist ohnehin Arbeitstag. Wählen Sie einen freien Tag.',
  'calendar.workday-for-no-holiday':
    '{date} wird für {as} gearbeitet, doch an dem Tag fällt nichts aus. Wählen Sie einen Tag in den Ferien.',
  'calendar.range-reversed': 'Das Ende ({to}) liegt vor dem Anfang ({from}). Berichtigen Sie einen der Tage.',
  'calendar.outside-terms': '{days} Tage zwischen {from} und {to} liegen außerhalb der Halbjahre.',
  'calendar.in-exam-week': '{from} bis {to} ist Prüfungswoche {week} im Halbjahr {term}.',
  'calendar.in-holiday': '{from} bis {to} ist frei ({name}).',
  'calendar.no-teaching-day': 'Zwischen {from} und {to} liegt kein Unterrichtstag. Wählen Sie andere Tage.',
}
