/**
 * A function with constants of its own: `make` gives it, and names them. V8 compiles such constants in, addresses of arrays
 * included. What is imported, or stands at the top of a bundle, it looks up again and again, and so what is an argument. A
 * maker is used once, for functions that one maker gives share what V8 learns of them.
 */
export function closeOver<const constants extends readonly unknown[], made>(
  constants: constants,
  make: (...constants: constants) => made,
): made {
  return make(...constants)
}
