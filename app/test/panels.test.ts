// Where an entry offers its history it offers who may do what with it, and every kind that the panel knows stands on
// some screen: read from the screens themselves, so that none is forgotten.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordKinds } from '../src/http/explain.ts'

const folder = join(import.meta.dirname, '../src')
const screens = globSync('**/*.tsx', { cwd: folder })
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  .filter(({ file }) => !file.endsWith('History.tsx') && !file.endsWith('AccessButton.tsx'))

/** What is said after `kind=` in each use of a button: `"notice"`, or an expression. */
const kindsIn = (text: string, button: string): string[] =>
  text
    .split(`<${button}`)
    .slice(1)
    .map((use) => /\skind=("\w+"|\{[^}]*\})/.exec(use)?.[1] ?? '')

/** A history whose panel looks at more: a held conference is planned and run, a round's opinion is answered on its sheet. */
const widened: Record<string, string> = {
  'conferences/ConferencePage.tsx "conference"': "'heldConference'",
  'rounds/OpinionList.tsx "itemOpinion"': "'roundOpinion'",
  'rounds/RoundPage.tsx "opinionRound"': '"round"',
}

test('beside every history stands the panel of the same entry', () => {
  let seen = 0
  for (const { file, text } of screens) {
    const panels = kindsIn(text, 'AccessButton')
    for (const kind of kindsIn(text, 'HistoryButton')) {
      const wanted = widened[`${file.replace('registers/', '')} ${kind}`] ?? kind
      expect(
        panels.some((one) => one.includes(wanted)),
        `${file}: ${kind}`,
      ).toBe(true)
      seen++
    }
  }
  expect(seen).toBeGreaterThan(20)
})

test('every kind of record has its panel on a screen', () => {
  const offered = screens
    .filter(({ text }) => text.includes('<AccessButton'))
    .map(({ text }) => text)
    .join('\n')
  const missing = recordKinds.filter(
    (kind) => !offered.includes(`kind="${kind}"`) && !offered.includes(`'${kind}'`),
  )
  expect(missing).toEqual([])
})
