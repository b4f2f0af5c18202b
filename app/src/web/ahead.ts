// The scripts of the screens one may go to next, fetched while the line has nothing else to do.
import { screenFiles } from './screen-files.ts'

/** Some of the line stays free for what is asked meanwhile. */
const lanes = 2

interface SavingNavigator {
  connection?: { saveData?: boolean }
}

/** Has browsers that know how fetch the scripts of these screens; not where the device is told to save. */
export function fetchAhead(paths: readonly string[]): void {
  if ((navigator as SavingNavigator).connection?.saveData) return
  const files = [...new Set(paths.flatMap(screenFiles))]
  const next = (): void => {
    const href = files.shift()
    if (!href) return
    const link = document.createElement('link')
    link.rel = 'prefetch'
    link.as = 'script'
    link.crossOrigin = ''
    link.href = href
    link.onload = next
    document.head.append(link)
  }
  for (let lane = 0; lane < lanes; lane++) next()
}
