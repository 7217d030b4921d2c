export { contactLinks, ContactLink } from './contact-links.ts'
export { Need, needs, NeedRow, needSources, receiptStatuses, Thread, threads, trusts } from './needs.ts'
export { visits, Visit } from './visits.ts'
export { rejectReasons, Workbench, workbench } from './workbench.ts'
