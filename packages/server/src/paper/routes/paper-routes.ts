import type { Route } from '../../gateway/route.ts'
import type { Paper } from '../paper.ts'
import { accountRoutes } from './account-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { resultRoutes } from './result-routes.ts'

/** All routes of paper trading. */
export const paperRoutes = (paper: Paper): Route[] => [
  ...accountRoutes(paper),
  ...orderRoutes(paper),
  ...resultRoutes(paper),
]
