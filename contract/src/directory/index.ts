export { Organisation, OrganisationRow, organisationKinds, organisations, providerKinds, sizes, vettingStates } from './organisations.ts'
