import { expect, test } from 'vitest'
import { usesReact } from './library.ts'

test.each([
  'import { createContext } from "react";',
  'import { jsx } from "react/jsx-runtime";',
  'function useQuotes() { return useFeed(feed); }',
])('a module of the browser: %s', (code) => expect(usesReact(code)).toBe(true))

test.each([
  'export * from "./hooks/useBars.js";',
  'import { queryOptions, skipToken } from "@tanstack/react-query";',
  'import { toBars } from "./reactions.js"; because(toBars);',
])('a module of both sides: %s', (code) => expect(usesReact(code)).toBe(false))
