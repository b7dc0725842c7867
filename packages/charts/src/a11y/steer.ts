import type { ChartView } from '../view/chart-view.ts'

/** What a key does to a chart. Whether it did anything. */
export function steer(view: ChartView, key: string): boolean {
  switch (key) {
    case 'ArrowLeft':
      view.moveCrosshair(-1)
      return true
    case 'ArrowRight':
      view.moveCrosshair(1)
      return true
    case 'PageUp':
      view.moveCrosshair(-20)
      return true
    case 'PageDown':
      view.moveCrosshair(20)
      return true
    case 'Home':
      view.moveCrosshair('first')
      return true
    case 'End':
      view.moveCrosshair('last')
      return true
    case '+':
    case '=':
      view.zoom(0.8)
      return true
    case '-':
      view.zoom(1.25)
      return true
    case 'Escape':
      view.clearCrosshair()
      return true
    default:
      return false
  }
}
