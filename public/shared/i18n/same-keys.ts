/** The shape of a locale with any text in it: a key missing in Chinese does not compile. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
