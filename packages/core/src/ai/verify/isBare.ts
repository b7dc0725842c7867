import { isObject } from '../evidence/canonicalJson.ts'

/** The members of each part, by the name that it has. */
export const forms: Readonly<Record<string, string>> = {
  report: 'id format kind locale subjects asOf status missing body debate disclaimer',
  missing: 'path reason message',
  claim: 'id text slots comparisons quotes values rendered',
  slots: 'name op base since magnitude subject metric asOf ref',
  base: 'subject metric asOf ref',
  comparisons: 'left relation right',
  quotes: 'article ref start end',
}
const lookedAtElsewhere = /^(?:body|debate|disclaimer|values)$/

/** Whether nothing rides along where no reader would see it: each part has the members of its form, and no others. */
export function isBare(part: unknown, form: string): boolean {
  if (!isObject(part) || lookedAtElsewhere.test(form)) return true
  if (Array.isArray(part)) return part.every((member) => isBare(member, form))
  const members = forms[form]?.split(' ')
  return Object.keys(part).every((name) => members?.includes(name) && isBare(Reflect.get(part, name), name))
}
