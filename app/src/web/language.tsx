// The language of the screens: Vietnamese unless a person chose English. Signed in, the choice
// belongs to the account; before that it is kept in the browser.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keepLanguage, keptLanguage, type Language } from './kept-language.ts'

export type { Language }

interface LanguageState {
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageState>({ language: 'vi', setLanguage: () => {} })

/** The language now in use, for code outside React (the API client's header). */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi'
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => {
    const stored = keptLanguage()
    document.documentElement.lang = stored
    return stored
  })
  useEffect(() => {
    document.documentElement.lang = language
    keepLanguage(language)
  }, [language])
  const state = useMemo(() => ({ language, setLanguage }), [language])
  return <LanguageContext value={state}>{children}</LanguageContext>
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext)
}

/** The catalogue of the language in use: `const t = useTexts(vi, en)`. */
export function useTexts<T>(vi: T, en: NoInfer<T>): T {
  return useLanguage().language === 'en' ? en : vi
}
