export { ChartSkeleton, Skeleton, type SkeletonProps } from './Skeleton.tsx'
