export { IndicatorPicker, type IndicatorPickerProps } from './IndicatorPicker.tsx'
export { choiceLabel, type IndicatorChoice, newChoice } from './indicator-choice.ts'
