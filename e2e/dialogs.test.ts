// Every dialog of the sample province in Vietnamese, and the form of every kind of finding: light and
// dark, at every width.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dialogs } from './dialogs.ts'
import { dialogFaults, editEveryKind, type Looking, lookingAround } from './looking.ts'

const how = { language: 'vi', onlyWords: false } as const
let looking: Looking

beforeAll(async () => {
  looking = await lookingAround('hop-thoai')
  await looking.speak('vi')
})

afterAll(() => looking?.close())

it.each(dialogs)('$name is accessible and whole', async (dialog) => {
  expect(await dialogFaults(looking, dialog, how)).toEqual([])
})

it('every kind of finding is edited in an accessible form', () => editEveryKind(looking, how))
