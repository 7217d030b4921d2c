/** Whether an address from the search part may be gone to after signing in: inside this house only, never another site. */
export const isOwnAddress = (address: string | undefined): address is string => address !== undefined && /^\/(?![/\\])/.test(address)
