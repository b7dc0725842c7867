import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'

export const opsFolder = fileURLToPath(new URL('../', import.meta.url))
export const rootFolder = fileURLToPath(new URL('../../../../', import.meta.url))

export const readText = (path: string): string => readFileSync(join(opsFolder, path), 'utf8')

/** The documents of a YAML file. A key that stands there twice, or an indentation that is none, throws. */
export function readYaml(path: string): unknown[] {
  return parseAllDocuments(readText(path), { strict: true, uniqueKeys: true }).map((document) => {
    const [error] = document.errors
    if (error) throw new Error(`${path}: ${error.message}`)
    return document.toJS()
  })
}

export const yamlFilesIn = (folder: string): string[] =>
  readdirSync(join(opsFolder, folder))
    .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
    .map((name) => join(folder, name))

/** A program of this machine, where it has it. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** What stands at a path of a parsed file; `undefined` where anything on the way is missing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value
  for (const name of path) found = Object(found)[name]
  return found
}

/** What must be a list. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): unknown[] {
  const found = at(value, ...path)
  if (!Array.isArray(found)) throw new Error(`There is no list at ${path.join('.')}.`)
  return found
}
