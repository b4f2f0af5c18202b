// What a screen asks the server first, by its address as in routes.tsx: asked already while its scripts are on
// their way. An address that a screen does not ask is asked in vain; `e2e/weight.test.ts` looks for that.
import type { Capabilities } from './capabilities.ts'
import { matched } from './screen-files.ts'

interface Asks {
  paths: readonly string[]
  needs?: keyof Capabilities
}

const asks: Record<string, Asks> = {
  '/documents': { paths: ['/api/documents'] },
  '/documents/:id': document(),
  '/documents/:id/review': document('/api/indicators', '/api/shortcomings'),
  '/overview': { paths: ['/api/overview'] },
  '/overview/units': { paths: ['/api/overview/units'] },
  '/indicators': { paths: ['/api/indicators/board'] },
  '/indicators/:id': {
    paths: ['', '/targets', '/explanations', '/figures?limit=200'].map(
      (part) => `/api/indicators/:id${part}`,
    ),
  },
  '/reports': { paths: ['/api/report-slots?year=:year'], needs: 'readReports' },
  '/projects': { paths: ['/api/projects?year=:year'] },
  '/projects/:id': { paths: ['/api/projects/:id?year=:year'] },
  '/shortcomings': { paths: ['/api/shortcomings'] },
  '/assignments': {
    paths: [
      '/api/assignments?state=open&counts=none',
      '/api/assignments?counts=only',
      '/api/conferences',
    ],
  },
  '/my-conferences': { paths: ['/api/my-conferences'] },
  '/conferences': { paths: ['/api/conferences'] },
  '/conferences/:id': { paths: ['/api/conferences/:id'] },
  '/programme': { paths: ['/api/programme?year=:year'] },
}

function document(...more: string[]): Asks {
  const parts = ['', '/text', '/findings'].map((part) => `/api/documents/:id${part}`)
  return { paths: [...parts, ...more] }
}

/** The addresses that the screen at `path` asks for somebody who may that much. */
export function asksOf(path: string, can: Capabilities, now = new Date()): string[] {
  for (const [pattern, { paths, needs }] of Object.entries(asks)) {
    const values = matched(pattern, path)
    if (!values) continue
    if (needs && !can[needs]) return []
    const filled: Record<string, string> = { ...values, year: String(now.getFullYear()) }
    return paths.map((one) => one.replace(/:(\w+)/g, (_, name: string) => filled[name] ?? ''))
  }
  return []
}
