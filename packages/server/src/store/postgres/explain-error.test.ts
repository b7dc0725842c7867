import { expect, test } from 'vitest'
import { explainError, isOfConnection } from './explain-error.ts'

const place = 'PostgreSQL at db.example:5432/market'
const coded = (code: string, message = 'it said so') => Object.assign(new Error(message), { code })

test.each([
  [coded('28P01'), 'BAD_REQUEST', /refuses the account/],
  [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), 'BAD_REQUEST', /account/],
  [coded('3D000'), 'BAD_REQUEST', /does not exist/],
  [coded('42501'), 'BAD_REQUEST', /may not be written/],
  [coded('25006'), 'BAD_REQUEST', /primary server/],
  [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'BAD_REQUEST', /not trusted/],
  [coded('53100'), 'UPSTREAM', /disk/],
  [coded('53300'), 'UPSTREAM', /connections/],
  [coded('57014'), 'UPSTREAM', /end a statement/],
  [coded('57P01'), 'NETWORK', /cannot be reached/],
  [coded('ECONNREFUSED', ''), 'NETWORK', /ECONNREFUSED/],
  [new Error('Connection terminated unexpectedly'), 'NETWORK', /terminated/],
  [new Error('timeout exceeded when trying to connect'), 'NETWORK', /timeout/],
])('%s is %s, and says where and what to do', (error, code, message) => {
  const told = explainError(error, place)
  expect(told).toMatchObject({ code, message: expect.stringMatching(message), cause: error })
  expect(told).toMatchObject({ message: expect.stringContaining(place) })
})

test('what a statement did wrong is told by its SQLSTATE, and its connection goes on', () => {
  const told = explainError(coded('23505'), place)
  expect(told).toMatchObject({ name: 'DatabaseError', code: '23505' })
  expect(isOfConnection(told)).toBe(false)
})

test('a fault of the program stays what it is', () => {
  const fault = new TypeError('text is not a function')
  expect(explainError(fault, place)).toBe(fault)
})
