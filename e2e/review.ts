// The keyboard of a practised person on the review screen, and a count of what was pressed.
import type { Page } from 'playwright-core'
import { vi as t } from '../app/src/reading/texts.ts'

/** Counts key presses in the page itself, modifiers apart, anew after each full load. */
export async function countStrokes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { strokes: number }
    counted.strokes = 0
    const count = (event: KeyboardEvent) => {
      if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) counted.strokes++
    }
    window.addEventListener('keydown', count, true)
  })
}

export async function strokes(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { strokes: number }).strokes)
}

/** The finding the keyboard is at. */
export async function present(page: Page): Promise<string | null> {
  return presentItem(page).getAttribute('data-id')
}

/** Waits until the server has answered to everything that was decided. */
export async function reviewed(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}

/** Confirms every certain finding in sight; how many that were. */
export async function confirmCertain(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: /⇧A/ })
  const count = Number(/\d+/.exec(await button.innerText())?.[0])
  if (count === 0) return 0
  await page.keyboard.press('Shift+A')
  await page.getByText(t.confirmedMany(count)).waitFor()
  return count
}

/**
 * Edits up to five findings on the way down the list (an owner, a topic, an indicator, a value)
 * and confirms those between with one key each, as far as there are open ones. What says `keep` is
 * confirmed as it is.
 */
export async function editFive(
  page: Page,
  keep?: string,
): Promise<{ edited: number; between: number }> {
  let edited = 0
  let between = 0
  while (edited < 5 && (await page.getByText(t.allDone).count()) === 0) {
    const before = await present(page)
    const kind = await presentKind(page)
    const kept = keep !== undefined && (await presentItem(page).innerText()).includes(keep)
    if (!kept && (await editPresent(page, kind))) edited++
    else {
      await page.keyboard.press('Enter')
      between++
    }
    await movedFrom(page, before)
  }
  return { edited, between }
}

/** False where the finding offers nothing that a key or two could fill in. */
async function editPresent(page: Page, kind: string): Promise<boolean> {
  const missing = await presentItem(page).getByText(t.missing.owner).count()
  if (kind !== t.kinds.shortcoming && kind !== t.kinds.statement && missing === 0) return false
  await page.keyboard.press('e')
  const form = presentItem(page).locator('form')
  const field = form.locator(':focus')
  const label = await field.evaluate((one: HTMLInputElement) => one.labels?.[0]?.textContent)
  if (label === t.fields.lead) await page.keyboard.type('VP')
  else if (label === t.fields.value) await page.keyboard.type('7')
  else if (label === t.fields.topic) {
    await page.keyboard.type('k')
    await page.keyboard.press('Enter')
  } else if (label !== t.fields.indicator) throw new Error(`The form begins with ${label}.`)
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'hidden' })
  return true
}

const presentItem = (page: Page) => page.locator('li[aria-current=true]')

const presentKind = (page: Page) => presentItem(page).locator('.finding-kind').first().innerText()

/** Confirms what is left, one by one, until the screen says that all is reviewed. */
export async function finish(page: Page): Promise<void> {
  const done = page.getByText(t.allDone)
  for (let presses = 0; (await done.count()) === 0; presses++) {
    if (presses > 300) throw new Error('The review does not come to its end.')
    await page.keyboard.press('Enter')
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await reviewed(page)
}

async function movedFrom(page: Page, id: string | null): Promise<void> {
  await page.waitForFunction(
    (before) =>
      document.activeElement?.closest('li')?.getAttribute('data-id') !== before ||
      document.querySelector('.review-done') !== null,
    id,
  )
}
