import { defineLifeCycle } from '@guildhall/process'

export const proposalStatuses = ['draft', 'in-opinion', 'in-vote', 'in-approval', 'returned', 'adopted', 'refused', 'withdrawn'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

/**
 * The life of a change proposal. Which of opinion, vote and approval a college has, and in which order, its route says;
 * the table says what is possible in each state and to whom. `author` wrote it, `asked` may give an opinion, `member` votes,
 * `approver` decides, each by the step of the route that is open (a deputy counts as the person they stand in for).
 */
export const proposalLifeCycle = defineLifeCycle({
  kind: 'change-proposal',
  start: 'draft',
  statuses: proposalStatuses,
  actions: {
    edit: { from: ['draft', 'returned'], to: 'same', by: ['author', 'lead'] },
    submit: { from: ['draft', 'returned'], to: ['in-opinion', 'in-vote', 'in-approval'], by: ['author', 'lead'] },
    opine: { from: ['in-opinion'], to: 'same', by: ['asked'] },
    'close-opinions': { from: ['in-opinion'], to: ['in-opinion', 'in-vote', 'in-approval', 'adopted'], by: ['lead', 'chair'] },
    vote: { from: ['in-vote'], to: 'same', by: ['member'] },
    'close-vote': { from: ['in-vote'], to: ['in-opinion', 'in-vote', 'in-approval', 'adopted', 'refused'], by: ['chair', 'lead'] },
    approve: { from: ['in-approval'], to: ['in-opinion', 'in-vote', 'in-approval', 'adopted'], by: ['approver'] },
    refuse: { from: ['in-approval'], to: ['refused'], by: ['approver'] },
    return: { from: ['in-opinion', 'in-vote', 'in-approval'], to: ['returned'], by: ['chair', 'approver', 'lead'] },
    'record-paper-decision': { from: ['in-opinion', 'in-vote', 'in-approval'], to: ['adopted', 'refused'], by: ['lead', 'clerk'] },
    withdraw: { from: ['draft', 'returned', 'in-opinion', 'in-vote', 'in-approval'], to: ['withdrawn'], by: ['author', 'lead'] },
  },
})
export type ProposalAction = keyof typeof proposalLifeCycle.actions
