// What a page must hold to at every size and by keyboard alone.
import type { Page } from 'playwright-core'
import { axeViolations } from './browser.ts'

/** Windows; 683 px is 1366 px at 200 % zoom. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 820, height: 1180 },
  { width: 683, height: 384 },
  { width: 360, height: 740 },
]

const namesOfControls = ['button-name', 'link-name', 'label', 'select-name', 'summary-name']

/**
 * All that axe finds, light and dark, and what does not fit at some width; empty when nothing.
 * `part`: the dialog or form that is new on a page that was looked at without it. `onlyWords`: the
 * page was looked at in the other language; only what depends on words is looked at again.
 */
export async function faults(
  page: Page,
  { part, onlyWords = false }: { part?: string; onlyWords?: boolean } = {},
): Promise<string[]> {
  const found: string[] = []
  if (!onlyWords) {
    found.push(...(await axeViolations(page, { part })))
    // In the dark only the colours differ.
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await axeViolations(page, { part, rules: ['color-contrast'] })
    found.push(...dark.map((one) => `dark: ${one}`))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  for (const size of sizes) {
    await page.setViewportSize(size)
    found.push(...(await sideways(page)).map((one) => `${size.width} px: ${one}`))
  }
  // On a phone words make room for signs: their names must stay. In another language they are its words.
  const phone = await axeViolations(page, { part, rules: namesOfControls })
  found.push(...phone.map((one) => `phone: ${one}`))
  await page.setViewportSize({ width: 1366, height: 768 })
  return found
}

/**
 * Parts that stand out of the window or would have to be scrolled sideways; empty when none. A page
 * that was just resized may take some frames to come to rest.
 */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const name = (one: Element) =>
      `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} (${one.scrollWidth} in ${one.clientWidth})`
    let wide: string[] = []
    for (let frames = 0; frames < 60; frames++) {
      await new Promise(requestAnimationFrame)
      wide = []
      for (const one of document.querySelectorAll('*')) {
        if (one.scrollWidth <= one.clientWidth + 1 || one.clientWidth === 0) continue
        const { overflowX } = getComputedStyle(one)
        const scrolls = overflowX === 'auto' || overflowX === 'scroll'
        if (one === document.documentElement || scrolls) wide.push(name(one))
      }
      if (wide.length === 0) break
    }
    return wide
  })
}

/**
 * Walks the page with Tab from its top. `missed`: controls in sight that Tab never came to;
 * `unseen`: those that show no sign of the focus or stay out of the window while they have it.
 */
export async function walkByTab(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  const expected = await page.evaluate(() => {
    const groups = new Set<string>()
    let count = 0
    // From a walk before, on what stayed since.
    for (const one of document.querySelectorAll<HTMLElement>('[data-tabs]')) delete one.dataset.tabs
    const selector =
      'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])'
    for (const one of document.querySelectorAll<HTMLInputElement>(selector)) {
      if (
        one.matches(':disabled') ||
        one.tabIndex < 0 ||
        !one.checkVisibility({ visibilityProperty: true })
      )
        continue
      // One of a group of radio buttons stands for all.
      if (one.type === 'radio') {
        const shown = document.querySelector(`input[name="${one.name}"]:checked`) ?? one
        if (groups.has(one.name) || shown !== one) continue
        groups.add(one.name)
      }
      one.dataset.tabs = String(count++)
    }
    // Tab begins where the focus was last: at the top.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    return count
  })
  const reached = new Set<string>()
  const unseen: string[] = []
  for (let presses = 0; presses < expected + 3 && reached.size < expected; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null
      if (!one || one === document.body) return null
      const style = getComputedStyle(one)
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      const { top, bottom, left, right } = one.getBoundingClientRect()
      const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
      return {
        key: one.dataset.tabs ?? '',
        name: one.outerHTML.slice(0, 160),
        seen: inside && (outlined || style.boxShadow !== 'none'),
      }
    })
    if (!at) continue
    reached.add(at.key)
    if (!at.seen) unseen.push(at.name)
  }
  const missed = await page.evaluate(
    (keys) =>
      [...document.querySelectorAll<HTMLElement>('[data-tabs]')]
        .filter((one) => !keys.includes(one.dataset.tabs ?? ''))
        .map((one) => one.outerHTML.slice(0, 160)),
    [...reached],
  )
  return { missed, unseen }
}
