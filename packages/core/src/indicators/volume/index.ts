export { ad, adLookback, createAd } from './ad.ts'
export { type AdoscOptions, adosc, adoscLookback, createAdosc } from './adosc.ts'
export { type CmfOptions, cmf, cmfLookback, createCmf } from './cmf.ts'
export { createEfi, type EfiOptions, efi, efiLookback } from './efi.ts'
export { createEom, type EomOptions, eom, eomLookback } from './eom.ts'
export { createKvo, type KvoOptions, type KvoOutput, kvo, kvoLookback } from './kvo.ts'
export { createNvi, type NviOptions, nvi, nviLookback } from './nvi.ts'
export { createObv, type ObvOptions, obv, obvLookback } from './obv.ts'
export { createPvi, type PviOptions, pvi, pviLookback } from './pvi.ts'
export { createPvo, type PvoOptions, type PvoOutput, pvo, pvoLookback } from './pvo.ts'
export { createPvt, type PvtOptions, pvt, pvtLookback } from './pvt.ts'
export {
  createVolumeProfile,
  type VolumeProfileOptions,
  type VolumeProfileOutput,
  volumeProfile,
  volumeProfileLookback,
} from './volume-profile.ts'
