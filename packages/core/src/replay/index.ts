export { type Playback, type PlayOptions, playRecording } from './playRecording.ts'
export { type RecordOptions, recordTransport, type SessionTransport } from './recordTransport.ts'
export { type ReplayOptions, replay } from './replay.ts'
