/** How a vote is counted. `quorum`: how many must have cast a vote, abstentions included. */
export type VoteRule = Readonly<{ members: number; quorum: number | null; majority: 'simple' | 'two-thirds' }>
export type Ballot = Readonly<{ yes: number; no: number; abstain: number }>
export type VoteResult = Readonly<{ kind: 'no-quorum'; cast: number; needed: number }> | Readonly<{ kind: 'carried' | 'lost'; cast: number }>

/**
 * Counts a vote: without a quorum there is no result; then yes must outweigh no (simple) or reach two thirds of yes and no.
 * Abstentions count for the quorum alone. A tie is lost. Where no quorum is set, more than half of the members is it.
 * @example countVote({ members: 5, quorum: 3, majority: 'simple' }, { yes: 2, no: 1, abstain: 0 }) // { kind: 'carried', cast: 3 }
 */
export function countVote(rule: VoteRule, ballot: Ballot): VoteResult {
  const cast = ballot.yes + ballot.no + ballot.abstain
  const needed = rule.quorum ?? Math.floor(rule.members / 2) + 1
  if (cast < needed) return { kind: 'no-quorum', cast, needed }
  const carried = rule.majority === 'simple' ? ballot.yes > ballot.no : ballot.yes > 0 && ballot.yes * 3 >= (ballot.yes + ballot.no) * 2
  return { kind: carried ? 'carried' : 'lost', cast }
}
