// The real Chromium that comes with npm, and what every browser test needs: a page that collects
// what goes wrong in it, an accessibility check, a screenshot folder.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as engine, type Page } from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/**
 * Starts headless Chromium. Close it in `afterAll`. Not with the arguments that the package
 * recommends for small functions: they share cookies between pages and switch security off.
 */
export async function openBrowser(): Promise<Browser> {
  return engine.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=vi'],
    headless: true,
  })
}

/**
 * A fresh page (own cookies) of the given size. What goes wrong is collected in `errors`: errors
 * thrown, errors on the console, requests that failed or were answered with 400 and above.
 */
export async function openPage(
  browser: Browser,
  size: { width: number; height: number } = { width: 1366, height: 768 },
  options: { colorScheme?: 'light' | 'dark'; permissions?: string[] } = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.colorScheme ?? 'light',
    permissions: options.permissions ?? [],
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('requestfailed', (request) => {
    // Leaving a page ends its requests; that is no failure.
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.url()}: ${response.status()}`)
  })
  return { page, errors }
}

/**
 * What axe finds on the page as it stands: rule, impact and the elements; empty when nothing.
 * `rules` asks for these only, `part` (a selector) looks at that part only.
 */
export async function axeViolations(
  page: Page,
  asked: { rules?: string[] | undefined; part?: string | undefined } = {},
): Promise<string[]> {
  // Evaluated through the debugging protocol, so that the page's own content policy stays in force.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(async ({ rules, part }) => {
    interface Violation {
      id: string
      impact: string
      nodes: { target: string[]; failureSummary: string }[]
    }
    const axe = (
      globalThis as unknown as {
        axe: { run: (context: unknown, options: object) => Promise<{ violations: Violation[] }> }
      }
    ).axe
    const { violations } = await axe.run(part ?? document, {
      resultTypes: ['violations'],
      ...(rules && { runOnly: rules }),
    })
    return violations.map(
      (violation) =>
        `${violation.id} (${violation.impact}): ${violation.nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(' ')} – ${node.failureSummary}`)
          .join(' | ')}`,
    )
  }, asked)
}

/** Where screenshots of a run go (never committed); `name` without extension. */
export function screenshotPath(name: string): string {
  const folder = join(import.meta.dirname, 'screens')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}.png`)
}
