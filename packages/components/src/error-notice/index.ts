export { ErrorNotice, type ErrorNoticeProps } from './ErrorNotice.tsx'
export { type Explanation, explainError } from './explain-error.ts'
