import { isObject } from '../evidence/canonicalJson.ts'

/** The members of each part, by the name that it has. Those with none are looked at elsewhere. */
export const forms: Readonly<Record<string, readonly string[]>> = {
  report: 'id format kind locale subjects asOf status missing body debate disclaimer'.split(' '),
  missing: 'path reason message'.split(' '),
  claim: 'id text slots comparisons quotes values rendered'.split(' '),
  slots: 'name op base since magnitude subject metric asOf ref'.split(' '),
  base: 'subject metric asOf ref'.split(' '),
  comparisons: 'left relation right'.split(' '),
  quotes: 'article ref start end'.split(' '),
  body: [],
  debate: [],
  disclaimer: [],
  values: [],
}

/** Whether nothing rides along where no reader would see it: each part has the members of its form, and no others. */
export function isBare(part: unknown, form: string): boolean {
  const members = forms[form]
  if (!isObject(part) || members?.length === 0) return true
  if (Array.isArray(part)) return part.every((member) => isBare(member, form))
  return Object.keys(part).every((name) => members?.includes(name) && isBare(Reflect.get(part, name), name))
}
