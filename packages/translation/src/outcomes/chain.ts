/** What is known of one place of a chain: the share of each state over all paths, and the weight of the best path through it (only their order means anything). */
export type Along = Readonly<{ share: readonly number[]; path: readonly number[] }>

/**
 * Places in a row, each with weights of its states: what stands before and behind is heard as well. A path weighs the product of its states' weights, times
 * `change` for every step to another state.
 * @example hearAlong([[0.9, 0.1], [0.5, 0.5]], 0.1)[1].share // [0.83, 0.17]: the second follows the first
 */
export function hearAlong(alone: readonly (readonly number[])[], change: number): Along[] {
  const backwards = [...alone].reverse()
  const sums = [pass(alone, change, sum), pass(backwards, change, sum).reverse()] as const
  const tops = [pass(alone, change, top), pass(backwards, change, top).reverse()] as const
  return alone.map((own, i) => {
    const heard = own.map((one, k) => one * sums[0][i]![k]! * sums[1][i]![k]!)
    const total = sum(heard)
    return { share: heard.map((one) => one / total), path: own.map((one, k) => one * tops[0][i]![k]! * tops[1][i]![k]!) }
  })
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const top = (values: readonly number[]) => Math.max(...values)

// The messages that come to each place from before it, summed or maximised; made to sum to one, so that a long row does not vanish.
function pass(alone: readonly (readonly number[])[], change: number, gather: (values: readonly number[]) => number): number[][] {
  const messages: number[][] = []
  let message = (alone[0] ?? []).map(() => 1)
  for (const own of alone) {
    messages.push(message)
    const sent = own.map((one, k) => one * message[k]!)
    const next = sent.map((_, k) => gather(sent.map((one, j) => (j === k ? one : one * change))))
    const total = sum(next)
    message = next.map((one) => one / total)
  }
  return messages
}
