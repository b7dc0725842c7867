// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export { createPvo, type PvoOptions, type PvoOutput, pvo, pvoLookback } from './pvo.ts'
export { createKvo, type KvoOptions, type KvoOutput, kvo, kvoLookback } from './kvo.ts'
export { type CmfOptions, cmf, cmfLookback, createCmf } from './cmf.ts'
export { ad, adLookback, createAd } from './ad.ts'
export { createEom, type EomOptions, eom, eomLookback } from './eom.ts'
export { createEfi, type EfiOptions, efi, efiLookback } from './efi.ts'
export { createPvi, type PviOptions, pvi, pviLookback } from './pvi.ts'
export { createPvt, type PvtOptions, pvt, pvtLookback } from './pvt.ts'
export { createObv, type ObvOptions, obv, obvLookback } from './obv.ts'
export { createNvi, type NviOptions, nvi, nviLookback } from './nvi.ts'
export { type AdoscOptions, adosc, adoscLookback, createAdosc } from './adosc.ts'
export {
  createVolumeProfile,
  type VolumeProfileOptions,
  type VolumeProfileOutput,
  volumeProfile,
  volumeProfileLookback,
} from './volume-profile.ts'
