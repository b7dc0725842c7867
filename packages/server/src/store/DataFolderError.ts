import { BadRequestError } from '@starkmatter/core'

/** What is wrong with a data folder. */
export type DataFolderProblem = 'locked' | 'read-only' | 'full' | 'damaged' | 'not-a-folder'

/** The embedded database cannot use its folder. Nothing in it was changed. */
export class DataFolderError extends BadRequestError {
  override readonly name = 'DataFolderError'
  readonly problem: DataFolderProblem
  readonly folder: string

  constructor(problem: DataFolderProblem, folder: string, message: string, cause?: unknown) {
    super(message, { parameter: 'folder', cause })
    this.problem = problem
    this.folder = folder
  }
}
