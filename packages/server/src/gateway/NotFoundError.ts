/** What a path names does not exist, or belongs to somebody else: the two are not told apart. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  readonly code = 'NOT_FOUND'
}
