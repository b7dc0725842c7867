import { FrameFields } from '../../provider/codec/frame-fields.ts'

export const fields = new FrameFields('massive')
