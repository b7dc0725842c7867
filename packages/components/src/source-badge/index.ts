export { describeSource, type SourceDescription, type SourceFacts } from './describe-source.ts'
export { SourceBadge, type SourceBadgeProps } from './SourceBadge.tsx'
