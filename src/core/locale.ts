// The two languages of the project. Adding one here makes the compiler list every text that is missing.

export const locales = ['en', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** A value that exists once per language. */
export type Localised<T = string> = Readonly<Record<Locale, T>>;
