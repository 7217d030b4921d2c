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
  bridgeSeeds: {
    onlyOne: Generated<boolean>
    madeOf: string
    at: string
  }
  campuses: {
    homeId: string
    id: string
    name: Localized
    address: string | null
    parties: string[]
  }
  changeProposals: {
    homeId: string
    id: string
    number: string
    title: string
    grounds: Generated<string>
    programmeId: string
    majorId: string
    fromCohort: number
    status: Generated<string>
    changes: ColumnType<unknown, JsonIn | undefined, JsonIn>
    outcomeIds: Generated<string[]>
    route: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    step: number | null
    stepEnds: string | null
    decidedAt: string | null
    decidedBy: string | null
    decisionReason: string | null
    documentNumber: string | null
    documentFileId: string | null
    decidedOnPaperOn: string | null
    evidence: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    firstSaidOn: string | null
    createdBy: string | null
    createdAt: string
    updatedAt: string
    version: Generated<number>
    parties: string[]
  }
  classes: {
    homeId: string
    id: string
    name: string
    cohort: number
    majorId: string | null
    departmentId: string | null
    classTeacherId: string | null
    archivedAt: string | null
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
  conceptRelations: {
    taxonomyId: string
    fromCode: string
    toCode: string
    kind: string
  }
  conceptTies: {
    id: string
    fromTaxonomy: string
    fromCode: string
    toTaxonomy: string
    toCode: string
    match: string
    holds: string
    reason: string
    confidence: number
    origin: string
    personId: string | null
    state: Generated<string>
    at: string
    withdrawnAt: string | null
  }
  concepts: {
    id: string
    taxonomyId: string
    code: string
    notation: string | null
    kind: string
    label: Localized
    alternatives: ColumnType<unknown, JsonIn | undefined, JsonIn>
    description: ColumnType<unknown, JsonIn | undefined, JsonIn>
    words: string
    retiredAt: string | null
    tasks: ColumnType<unknown, JsonIn | undefined, JsonIn>
    said: Generated<string>
    grams: Generated<string[]>
    isTop: Generated<boolean>
  }
  contactLinks: {
    homeId: string
    id: string
    tokenHash: Buffer
    contactName: string
    contactEmail: string | null
    collegeId: string
    language: Generated<string>
    createdAt: string
    createdBy: string | null
    endsAt: string
    revokedAt: string | null
    lastUsedAt: string | null
    parties: string[]
  }
  courseVersions: {
    homeId: string
    id: string
    courseId: string
    number: number
    fromCohort: number
    category: Generated<string>
    nature: Generated<string>
    credits: Generated<number>
    hoursTheory: Generated<number>
    hoursPractice: Generated<number>
    assessment: Generated<string>
    terms: Generated<string[]>
    copiedFrom: string | null
    proposalId: string | null
    createdAt: string
    parties: string[]
  }
  courses: {
    homeId: string
    id: string
    code: string
    name: Localized
    parties: string[]
  }
  departments: {
    homeId: string
    id: string
    campusId: string | null
    name: Localized
    code: string | null
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
  importColumns: {
    homeId: string
    id: string
    target: string
    columns: Json
    at: string
    parties: string[]
  }
  importRows: {
    homeId: string
    id: string
    importId: string
    line: number
    state: string
    known: boolean
    key: string
    content: Json
    names: ColumnType<unknown, JsonIn | undefined, JsonIn>
    changes: ColumnType<unknown, JsonIn | undefined, JsonIn>
    faults: ColumnType<unknown, JsonIn | undefined, JsonIn>
    doubts: ColumnType<unknown, JsonIn | undefined, JsonIn>
    cells: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    chosen: Generated<boolean>
    takenAt: string | null
    thingId: string | null
    thingVersion: number | null
    before: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    parties: string[]
  }
  imports: {
    homeId: string
    id: string
    target: string
    fileName: string
    fileHash: string
    state: string
    plan: ColumnType<unknown, JsonIn | undefined, JsonIn>
    counts: ColumnType<unknown, JsonIn | undefined, JsonIn>
    jobId: string | null
    personId: string | null
    at: string
    takenAt: string | null
    parties: string[]
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
  learnerChanges: {
    homeId: string
    id: string
    learnerId: string
    kind: string
    onDate: string
    fromClassId: string | null
    toClassId: string | null
    note: string | null
    at: string
    personId: string | null
    parties: string[]
  }
  learners: {
    homeId: string
    id: string
    studentNumber: string
    name: string
    sortName: string
    gender: string | null
    birthDate: string | null
    classId: string | null
    status: Generated<string>
    enteredOn: string | null
    leftOn: string | null
    personId: string | null
    guardians: ColumnType<unknown, JsonIn | undefined, JsonIn>
    version: Generated<number>
    updatedAt: string
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
  majors: {
    homeId: string
    id: string
    code: string
    name: Localized
    sortName: string
    majorGroup: string | null
    level: string
    years: Generated<number>
    departmentId: string | null
    leadId: string | null
    closedAt: string | null
    version: Generated<number>
    updatedAt: string
    parties: string[]
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
  modelCalls: {
    homeId: string
    id: string
    needId: string
    personId: string | null
    at: string
    endpoint: string
    model: string
    promptVersion: string
    askHash: string
    state: string
    answer: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    milliseconds: number
    parties: string[]
  }
  modelConsents: {
    homeId: string
    id: string
    endpoint: string
    model: string
    personId: string
    at: string
    revokedAt: string | null
    revokedBy: string | null
    parties: string[]
  }
  needReceipts: {
    homeId: string
    id: string
    needId: string
    enterpriseId: string
    status: Generated<string>
    majorId: string | null
    assignedTo: string | null
    setAsideReason: string | null
    saidOn: string
    receivedAt: string
    readAt: string | null
    readBy: string | null
    updatedAt: string
    translation: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    engineVersion: string | null
    parties: string[]
    suggestedAt: string | null
    suggestedStatements: number | null
  }
  needs: {
    homeId: string
    id: string
    number: string
    text: string
    language: string
    source: string
    sourceNote: string | null
    saidOn: string
    post: string | null
    regionId: string | null
    peopleWanted: number | null
    trust: string
    opened: Generated<boolean>
    textKey: string
    joinedInto: string | null
    visitId: string | null
    contactLinkId: string | null
    importId: string | null
    recordedByOrganisation: string
    recordedByPerson: string | null
    recordedAt: string
    withdrawnAt: string | null
    version: Generated<number>
    updatedAt: string
    parties: string[]
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
  outcomeAnswers: {
    homeId: string
    id: string
    needId: string
    outcomeId: string
    enterpriseId: string
    answer: string
    words: string | null
    personId: string | null
    linkId: string | null
    at: string
    parties: string[]
  }
  outcomeEquivalents: {
    homeId: string
    id: string
    outcomeId: string
    otherId: string
    personId: string | null
    at: string
    withdrawnAt: string | null
    parties: string[]
  }
  outcomes: {
    homeId: string
    id: string
    number: string
    kind: string
    verb: string | null
    action: Json
    object: Localized
    condition: ColumnType<LocalizedText | null, JsonIn | null | undefined, JsonIn | null>
    standard: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    measure: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    level: number
    evidenceForm: string
    evidenceText: ColumnType<LocalizedText, JsonIn | undefined, JsonIn>
    text: Localized
    textKey: string
    concepts: ColumnType<unknown, JsonIn | undefined, JsonIn>
    status: Generated<string>
    mergedInto: string | null
    majorId: string | null
    createdBy: string | null
    createdAt: string
    updatedAt: string
    version: Generated<number>
    parties: string[]
    independent: Generated<boolean>
  }
  people: {
    id: string
    name: string
    latinName: string | null
    phone: string | null
    createdAt: string
  }
  postDecisions: {
    homeId: string
    id: string
    needId: string
    taxonomy: string
    conceptId: string | null
    post: string
    postKey: string
    grade: string | null
    evidence: ColumnType<unknown, JsonIn | undefined, JsonIn>
    organisationId: string | null
    personId: string | null
    at: string
    undoneAt: string | null
    undoneBy: string | null
    parties: string[]
  }
  programmeCourses: {
    homeId: string
    id: string
    programmeId: string
    courseVersionId: string
    position: number
    parties: string[]
  }
  proposalOpinions: {
    homeId: string
    id: string
    proposalId: string
    step: number
    personId: string | null
    organisationId: string
    stance: string
    text: Generated<string>
    at: string
    parties: string[]
  }
  proposalRoutes: {
    homeId: string
    id: string
    name: string
    steps: Json
    active: Generated<boolean>
    version: Generated<number>
    updatedAt: string
    parties: string[]
  }
  proposalVotes: {
    homeId: string
    id: string
    proposalId: string
    step: number
    round: number
    personId: string
    forPersonId: string
    vote: string
    at: string
    parties: string[]
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
  schoolYears: {
    homeId: string
    id: string
    name: string
    starts: string
    ends: string
    calendar: Json
    version: Generated<number>
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
    pairs: Generated<string[]>
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
  taxonomies: {
    id: string
    code: string
    version: string
    name: Localized
    source: Generated<string>
    licence: Generated<string>
    state: Generated<string>
    languages: Generated<string[]>
    counts: ColumnType<unknown, JsonIn | undefined, JsonIn>
    importedAt: string
  }
  teachingRecords: {
    homeId: string
    id: string
    classId: string
    unitId: string
    term: string
    hours: number
    taughtBy: string
    taughtBySide: Generated<string>
    onDate: string | null
    personId: string | null
    at: string
    withdrawnAt: string | null
    parties: string[]
  }
  tieVerdicts: {
    homeId: string
    id: string
    tieId: string
    verdict: string
    match: string | null
    note: string | null
    personId: string
    at: string
    undoneAt: string | null
    parties: string[]
  }
  trainingProgrammes: {
    homeId: string
    id: string
    number: string
    majorId: string
    cohort: number
    title: Localized
    aims: string | null
    state: Generated<string>
    copiedFrom: string | null
    importId: string | null
    version: Generated<number>
    createdAt: string
    updatedAt: string
    parties: string[]
  }
  translationDecisions: {
    homeId: string
    id: string
    phrase: string
    phraseKey: string
    language: string
    enterpriseId: string
    verdict: string
    reason: string | null
    needId: string | null
    outcomeId: string | null
    before: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    after: ColumnType<unknown, JsonIn | null | undefined, JsonIn | null>
    personId: string | null
    at: string
    undoneAt: string | null
    parties: string[]
  }
  unitOutcomes: {
    homeId: string
    id: string
    unitId: string
    outcomeId: string
    depth: Generated<string>
    assessment: string | null
    confirmedBy: string | null
    confirmedAt: string
    copiedFrom: string | null
    parties: string[]
  }
  units: {
    homeId: string
    id: string
    courseVersionId: string
    position: number
    name: string
    content: Generated<string>
    hoursTheory: Generated<number>
    hoursPractice: Generated<number>
    describedBy: string | null
    describedAt: string | null
    copiedFrom: string | null
    parties: string[]
  }
  visits: {
    homeId: string
    id: string
    number: string
    enterpriseId: string
    onDate: string
    ledBy: string
    ledByPosition: string | null
    receivedBy: string | null
    receivedByPosition: string | null
    details: ColumnType<unknown, JsonIn | undefined, JsonIn>
    personId: string | null
    at: string
    version: Generated<number>
    parties: string[]
  }
}
