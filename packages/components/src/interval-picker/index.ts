export { IntervalPicker, type IntervalPickerProps, inWords } from './IntervalPicker.tsx'
