/** Letters of other alphabets that look like Latin ones, and what they look like. */
const lookalikes =
  'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSαaοoρpνvιiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'
const latin = /* @__PURE__ */ new Map(
  Array.from({ length: lookalikes.length / 2 }, (_, at) => [
    lookalikes.charAt(2 * at),
    lookalikes.charAt(2 * at + 1),
  ]),
)

/**
 * A text without accents and pictures, in which letters that only look like Latin ones are Latin where they stand among
 * such: what a reader takes for the same is the same.
 */
export function plainLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC')
  const words = plain.replace(/\p{L}+/gu, (word) =>
    /[a-z]/i.test(word) ? word.replace(/[^a-z]/gi, (letter) => latin.get(letter) ?? letter) : word,
  )
  return words.replace(/(?:\p{Extended_Pictographic}|\p{RI}|\ufe0f)+/gu, ' ').trim() || words
}
