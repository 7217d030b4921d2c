/** Sentences of running an installation: single sign-on, backup, restore. */
export const operationsEn = {
  'operations.sso-title': 'Sign in with your organisation’s account',
  'operations.sso-unknown': 'You are signed in at your organisation as {email}, but there is no account for this address here. Ask the administrator of your organisation to invite you under exactly this address; then come back.',
  'operations.sso-no-email': 'Your organisation did not tell us an e-mail address for you. Ask the people who look after its accounts to enter one and to release it to this site.',
  'operations.sso-unverified': 'Your organisation has not confirmed that {email} is your address, so it cannot be tied to an account here. Ask the people who look after its accounts to confirm it.',
  'operations.sso-taken': 'The account with the address {email} is tied to another person of your organisation. Ask the administrator of your organisation to clear this up.',
  'operations.sso-disabled': 'Your account here is closed. Ask the administrator of your organisation.',
  'operations.sso-ended': 'This sign-in took too long, was begun in another browser, or was used already. Begin again.',
  'operations.sso-refused': 'The sign-in was cancelled or refused by your organisation. Begin again, or sign in with e-mail and password.',
  'operations.sso-unreachable': 'Your organisation’s sign-in does not answer at the moment. Try again in a few minutes, or sign in with e-mail and password.',
  'operations.sso-again': 'Begin again',
  'operations.sso-other': 'Sign in another way',
  'fault.unreadable-text': 'holds characters that cannot be kept',
  'fault.too-deep': 'is nested too deeply',
  'fault.day-out-of-reach': 'lies too far from today',
  'fault.unknown-reference': 'names something that does not exist',
} as const
