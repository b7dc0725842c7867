/** Names of the outputs of functions that draw a channel, in order. */
export const bandNames = ['upper', 'middle', 'lower'] as const

/** The outputs of functions that draw a channel. */
export type BandOutput = (typeof bandNames)[number]
