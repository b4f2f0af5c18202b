// The language of an answer: the account's, else what the client asks for, else Vietnamese.
import type { Context } from 'hono'
import type { Env } from './context.ts'

/** What the client asks for: X-Language of our screens, else the first of Accept-Language we speak. */
export function askedLanguage(c: Context): 'vi' | 'en' {
  const wanted = c.req.header('x-language') ?? c.req.header('accept-language') ?? ''
  const ranked = wanted
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean)
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ tag, weight }) => /^(vi|en)\b/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'vi'
}

/** The language of this request, also where it failed before anybody asked who it is from. */
export const languageOf = (c: Context<Env>): 'vi' | 'en' => c.get('locale') ?? askedLanguage(c)
