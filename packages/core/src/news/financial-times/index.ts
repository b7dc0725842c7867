export { type FinancialTimesOptions, financialTimes } from './financialTimes.ts'
export { type FollowNotificationsOptions, followNotifications } from './followNotifications.ts'
export type { ContentNotification, NotificationsPage } from './notifications.ts'
