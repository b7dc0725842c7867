/** A stylesheet, imported for its effect. TypeScript 6 wants to know what an import leads to. */
export {}
