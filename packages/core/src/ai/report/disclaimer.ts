/** Stands in every report, typed, so that no page can forget it. */
export type Disclaimer = { version: 1; text: string }

export const disclaimer: Disclaimer = {
  version: 1,
  text: 'Made by a language model from the evidence listed with it. General information, not investment advice: it knows nothing of your situation, it may be incomplete, and past prices say little about future ones. Check it before you act on it.',
}
