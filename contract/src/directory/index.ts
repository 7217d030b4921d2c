export { Organisation, OrganisationPerson, OrganisationRow, organisationKinds, organisations, providerKinds, sizes, vettingStates } from './organisations.ts'
