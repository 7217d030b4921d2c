export const operationsDe = {
  'operations.sso-title': 'Mit dem Konto Ihrer Organisation anmelden',
  'operations.sso-unknown': 'Sie sind bei Ihrer Organisation als {email} angemeldet, aber hier gibt es kein Konto mit dieser Adresse. Bitten Sie die Verwaltung Ihrer Organisation, Sie unter genau dieser Adresse einzuladen, und kommen Sie dann wieder.',
  'operations.sso-no-email': 'Ihre Organisation hat uns keine E-Mail-Adresse für Sie genannt. Bitten Sie die Stelle, die dort die Konten führt, eine einzutragen und für diese Seite freizugeben.',
  'operations.sso-unverified': 'Ihre Organisation hat nicht bestätigt, dass {email} Ihre Adresse ist; deshalb kann sie hier mit keinem Konto verbunden werden. Bitten Sie die Stelle, die dort die Konten führt, sie zu bestätigen.',
  'operations.sso-taken': 'Das Konto mit der Adresse {email} ist mit einer anderen Person Ihrer Organisation verbunden. Bitten Sie die Verwaltung Ihrer Organisation, das zu klären.',
  'operations.sso-disabled': 'Ihr Konto hier ist geschlossen. Wenden Sie sich an die Verwaltung Ihrer Organisation.',
  'operations.sso-ended': 'Diese Anmeldung hat zu lange gedauert, wurde in einem anderen Browser begonnen oder schon verwendet. Beginnen Sie neu.',
  'operations.sso-refused': 'Die Anmeldung wurde abgebrochen oder von Ihrer Organisation abgelehnt. Beginnen Sie neu, oder melden Sie sich mit E-Mail und Passwort an.',
  'operations.sso-unreachable': 'Die Anmeldung Ihrer Organisation antwortet gerade nicht. Versuchen Sie es in einigen Minuten wieder, oder melden Sie sich mit E-Mail und Passwort an.',
  'operations.sso-again': 'Neu beginnen',
  'operations.sso-other': 'Anders anmelden',
} as const
