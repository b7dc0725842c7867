import { relative } from 'node:path'
import ts from 'typescript'

/** Exported types that callers write values of, by their names. */
const isWritten = (name) => /(Options|Parameters|Props|Config|Settings|Request|Input)$/.test(name)

/**
 * Optional members of what callers hand in that do not take `undefined`. With `exactOptionalPropertyTypes` a caller could not
 * pass a value on to them that may be absent: `getBars(client, { limit: maybe })`.
 *
 * Walks what the entries export: types of options, and what functions take; also those that come with what others give, and
 * what callbacks of the caller's give. Methods are left out: that one is there is an ability, and no value. Answers
 * `folder/file.ts:line member` of each, once.
 *
 * @param isChecked - Whether a member counts, by its file below `folder` and its name.
 */
export function optionalMembersWithoutUndefined(program, entries, folder, isChecked) {
  const checker = program.getTypeChecker()
  const undefinedType = checker.getUndefinedType()
  const found = new Set()
  const seen = { taken: new Set(), given: new Set() }

  for (const entry of entries) {
    const file = program.getSourceFile(entry)
    const module = file && checker.getSymbolAtLocation(file)
    // An entry that is not read would be one that is never wrong.
    if (!module) throw new Error(`${entry} exports nothing`)
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (symbol.flags & ts.SymbolFlags.Value) walk(checker.getTypeOfSymbol(symbol), 'given')
      if (symbol.flags & ts.SymbolFlags.Type && isWritten(exported.name))
        walk(checker.getDeclaredTypeOfSymbol(symbol), 'taken')
    }
  }
  return [...found].sort()

  /** `taken`: values that callers make; `given`: values that the packages make. */
  function walk(type, direction) {
    if (seen[direction].has(type)) return
    seen[direction].add(type)
    if (type.flags & ts.TypeFlags.Instantiable) {
      const constraint = checker.getBaseConstraintOfType(type)
      if (constraint) walk(constraint, direction)
    }
    if (type.isUnionOrIntersection()) for (const part of type.types) walk(part, direction)
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return
    for (const part of checker.getTypeArguments(type) ?? []) walk(part, direction)
    for (const { type: part } of checker.getIndexInfosOfType(type)) walk(part, direction)
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      const other = direction === 'taken' ? 'given' : 'taken'
      for (const parameter of signature.getParameters()) walk(checker.getTypeOfSymbol(parameter), other)
      walk(signature.getReturnType(), direction)
    }
    for (const member of type.getProperties()) readMember(member, direction)
  }

  function readMember(member, direction) {
    const declaration = member.declarations?.find((node) => isOwn(node.getSourceFile().fileName))
    if (!declaration) return
    const type = checker.getTypeOfSymbol(member)
    const isOptional = member.flags & ts.SymbolFlags.Optional && !ts.isMethodSignature(declaration)
    if (direction === 'taken' && isOptional && !takesUndefined(type)) {
      const file = declaration.getSourceFile()
      const path = relative(folder, file.fileName)
      const line = file.getLineAndCharacterOfPosition(declaration.getStart()).line + 1
      if (isChecked(path, member.name)) found.add(`${path}:${line} ${member.name}`)
    }
    walk(type, direction)
  }

  function isOwn(path) {
    return path.startsWith(folder) && !path.includes('node_modules')
  }

  // What is missing has a type of its own in a union, so that it is not mistaken for `undefined`.
  function takesUndefined(type) {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true
    return type === undefinedType || (type.isUnion() && type.types.includes(undefinedType))
  }
}
