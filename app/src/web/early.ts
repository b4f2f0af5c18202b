// Runs before the screens and without them: while their scripts are still on the line, it asks for the session,
// then for what the first screen will ask, and has that screen's own scripts fetched beside. Built apart from them
// (vite.config.ts), so that it is here first; everything works without it.
import { asksOf } from './asks.ts'
import { capabilitiesOf, homeOf } from './capabilities.ts'
import { askEarly } from './early-answers.ts'
import { screenFiles } from './screen-files.ts'

/** What is needed of the session (`session-contract.ts`). */
interface Session {
  signedIn: boolean
  pending?: unknown
  setUpNeeded?: boolean
  account?: { may?: readonly string[] } | null
}

const begun = document.getElementById('root')?.hasChildNodes()
if (!begun && location.pathname !== '/wall') void begin()

async function begin(): Promise<void> {
  try {
    const session = await askEarly('/api/session')
    if (!session.ok) return
    ready((await session.clone().json()) as Session)
  } catch {
    // No line: the screens say so.
  }
}

function ready({ signedIn, pending, setUpNeeded, account }: Session): void {
  if (!signedIn) {
    if (!pending && !setUpNeeded) fetchFiles(screenFiles('door'))
    return
  }
  const can = capabilitiesOf(account?.may)
  const path = location.pathname === '/' ? homeOf(can) : location.pathname
  // Files dropped onto the page are taken by their own script.
  fetchFiles([...screenFiles(path), ...(can.addDocuments ? screenFiles('upload') : [])])
  if (location.search === '') for (const one of asksOf(path, can)) void askEarly(one)
}

function fetchFiles(files: string[]): void {
  for (const href of files) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = ''
    link.href = href
    document.head.append(link)
  }
}
