// Every screen and dialog in English: what depends on words is looked at again, at every width.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en as accessEn } from '../app/src/registers/access/texts.ts'
import { routes } from '../app/src/web/routes.tsx'
import { dialogs } from './dialogs.ts'
import { dialogFaults, editEveryKind, type Looking, lookingAround } from './looking.ts'
import { faults } from './measures.ts'
import { panelAt } from './panels.ts'

const how = { language: 'en', onlyWords: true } as const
let looking: Looking

beforeAll(async () => {
  looking = await lookingAround('anh')
  await looking.speak('en')
})

afterAll(() => looking?.close())

describe('in English', () => {
  it.each(routes.map((one) => one.path))('%s is whole and quiet', async (route) => {
    const { page, errors } = looking.pageFor(route)
    errors.length = 0
    const screen = await looking.openScreen(page, route)
    expect([...(await faults(page, how)), ...errors]).toEqual([])
    expect(await page.title()).toBe(`${screen.title('en')} · Giao Ban`)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    const panels = page.getByRole('button', { name: accessEn.open })
    if (panelAt(route) === 'here') expect(await panels.count()).toBeGreaterThan(0)
  })

  it.each(dialogs)('$name is whole', async (dialog) => {
    expect(await dialogFaults(looking, dialog, how)).toEqual([])
  })

  it('every kind of finding is edited in a whole form', () => editEveryKind(looking, how))
})
