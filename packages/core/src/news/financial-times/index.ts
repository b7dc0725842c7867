export { type FinancialTimesOptions, financialTimes } from './financialTimes.ts'
export {
  type ContentNotification,
  financialTimesNotifications,
  type NotificationsPage,
} from './notifications.ts'
