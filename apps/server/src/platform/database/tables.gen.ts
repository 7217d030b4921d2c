// Written from the migrated schema by `npm run docs`. Do not edit.
import type { LocalizedText } from '@guildhall/kernel'
import type { ColumnType, Generated } from 'kysely'
import type { JsonIn } from './json.ts'

/** A jsonb column: anything comes out, `json(value)` goes in. */
export type Json = ColumnType<unknown, JsonIn, JsonIn>
/** A jsonb column of text in several languages. */
export type Localized = ColumnType<LocalizedText, JsonIn, JsonIn>

export type Tables = {
  accountLinks: {
    id: string
    tokenHash: Buffer
    purpose: string
    accountId: string | null
    createdAt: string
    endsAt: string
    usedAt: string | null
  }
  accounts: {
    id: string
    personId: string
    email: string
    passwordHash: string | null
    language: Generated<string>
    operator: Generated<boolean>
    demonstration: Generated<boolean>
    issuer: string | null
    subject: string | null
    disabledAt: string | null
    createdAt: string
  }
  actions: {
    homeId: string
    id: string
    objectKind: string
    objectId: string
    seq: number
    action: string
    personId: string | null
    organisationId: string | null
    linkId: string | null
    at: string
    body: Json
    previous: string
    hash: string
    parties: string[]
  }
  audit: {
    homeId: string
    id: string
    at: string
    personId: string | null
    organisationId: string | null
    action: string
    objectKind: string | null
    objectId: string | null
    detail: ColumnType<unknown, JsonIn | undefined, JsonIn>
    requestId: string | null
    parties: string[]
  }
  comments: {
    homeId: string
    id: string
    objectKind: string
    objectId: string
    text: string
    anchor: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    mentions: Generated<string[]>
    personId: string | null
    organisationId: string | null
    at: string
    withdrawnAt: string | null
    parties: string[]
  }
  files: {
    homeId: string
    id: string
    name: string
    type: string
    size: number
    sha256: string
    personId: string | null
    at: string
    parties: string[]
  }
  idempotencyKeys: {
    actor: string
    key: string
    requestHash: string
    status: number | null
    answer: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    at: string
  }
  inboxItems: {
    homeId: string
    id: string
    kind: string
    code: string
    params: ColumnType<unknown, JsonIn | undefined, JsonIn>
    objectKind: string | null
    objectId: string | null
    url: string
    forPerson: string | null
    forRoles: Generated<string[]>
    fromOrganisation: string | null
    due: string | null
    at: string
    readAt: string | null
    doneAt: string | null
    doneBy: string | null
    effectKey: string
    parties: string[]
  }
  jobs: {
    homeId: string
    id: string
    name: string
    effectKey: string
    title: ColumnType<LocalizedText, JsonIn | undefined, JsonIn>
    state: Generated<string>
    step: string | null
    done: Generated<number>
    total: number | null
    result: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    error: string | null
    cancelRequested: Generated<boolean>
    personId: string | null
    organisationId: string | null
    createdAt: string
    startedAt: string | null
    endedAt: string | null
    parties: string[]
  }
  links: {
    homeId: string
    id: string
    relation: string
    fromKind: string
    fromId: string
    toKind: string
    toId: string
    body: ColumnType<unknown, JsonIn | undefined, JsonIn>
    at: string
    personId: string | null
    withdrawnAt: string | null
    parties: string[]
  }
  mails: {
    id: string
    effectKey: string
    recipient: string
    subject: string
    body: string
    language: string
    state: Generated<string>
    tries: Generated<number>
    error: string | null
    createdAt: string
    sentAt: string | null
  }
  memberships: {
    id: string
    personId: string
    organisationId: string
    roles: string[]
    departments: Generated<string[]>
    majors: Generated<string[]>
    classes: Generated<string[]>
    position: string | null
    createdAt: string
    endedAt: string | null
  }
  numbers: {
    homeId: string
    kind: string
    year: number
    last: number
  }
  organisations: {
    id: string
    number: string
    kind: string
    name: Localized
    sortName: string
    shortName: string | null
    creditCode: string | null
    providerKind: string | null
    size: string | null
    industry: string | null
    regionId: string | null
    address: string | null
    website: string | null
    phone: string | null
    vetting: string | null
    vettedBy: string | null
    vettedAt: string | null
    vettingNote: string | null
    withdrawnAt: string | null
    version: Generated<number>
    createdBy: string | null
    createdAt: string
    updatedAt: string
  }
  people: {
    id: string
    name: string
    latinName: string | null
    phone: string | null
    createdAt: string
  }
  regions: {
    id: string
    parentId: string | null
    code: string | null
    name: Localized
    ancestors: Generated<string[]>
  }
  savedViews: {
    homeId: string
    id: string
    list: string
    name: string
    query: string
    personId: string
    shared: Generated<boolean>
    at: string
    parties: string[]
  }
  searchEntries: {
    homeId: string
    id: string
    kind: string
    number: string | null
    title: Localized
    words: string
    sounds: Generated<string>
    url: string
    weight: Generated<number>
    parties: string[]
    updatedAt: string
  }
  sessions: {
    id: string
    tokenHash: Buffer
    accountId: string
    actingFor: string | null
    kind: string
    agent: Generated<string>
    startedAt: string
    lastUsedAt: string
    endsAt: string
  }
  settings: {
    name: string
    value: Json
    at: string
  }
  signInTries: {
    id: string
    nameHash: Buffer
    addressHash: Buffer
    at: string
  }
  singleSignOnStates: {
    stateHash: Buffer
    verifier: string
    nonce: string
    returnTo: string
    endsAt: string
  }
}
