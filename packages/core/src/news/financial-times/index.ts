export { type FinancialTimesOptions, financialTimes } from './financialTimes.ts'
export type { ContentNotification, NotificationsPage } from './notifications.ts'
