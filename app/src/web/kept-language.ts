// The language that this browser was left in.

export type Language = 'vi' | 'en'

const key = 'giaoban.language'

export const keptLanguage = (): Language => (localStorage.getItem(key) === 'en' ? 'en' : 'vi')

export const keepLanguage = (language: Language): void => localStorage.setItem(key, language)
