/** What is thought of something, and not the thing: "cuts dividend forecast" is no "cuts dividend". */
const view = /^(?:forecasts?|outlook|guidance|estimates?|targets?|warnings?|expectations)$/

export function isView(word: string): boolean {
  return view.test(word)
}
