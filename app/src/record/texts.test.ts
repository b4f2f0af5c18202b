// Every deed that is put on record has its words: nobody should read a code on the record's page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as agenda from '../registers/agenda/texts.ts'
import { stepKind } from '../registers/assignments/step-contract.ts'
import * as documents from '../registers/documents/texts.ts'
import * as invitations from '../registers/invitations/texts.ts'
import { changeKinds } from '../registers/organisations/organisation.ts'
import * as projects from '../registers/projects/texts.ts'
import * as rounds from '../registers/rounds/texts.ts'
import * as sitting from '../registers/sitting/texts.ts'
import { storiedKinds } from './contract.ts'
import { proceedingKinds } from './stories.ts'
import { en, vi } from './texts.ts'

const source = join(import.meta.dirname, '..')

/** The deeds that are written out in the code, and those that are put together of a kind and a verb. */
function deeds(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  const code = files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .filter((text) => text.includes('writeRecord('))
    .join('\n')
  const written = code.matchAll(
    /(?:action: |recorded\(tx, actor, )(?:[^'\n]*\? )?'(\w+\.\w+)'(?: : '(\w+\.\w+)')?/g,
  )
  const entries = storiedKinds.filter(
    (kind) =>
      ![
        ...['document', 'sessionItem', 'itemDecision', 'programme', 'indicator', 'lexicon'],
        ...['instrument', 'inspection', 'project', ...proceedingKinds],
      ].includes(kind),
  )
  return [
    ...[...written].flatMap(([, one, other]) => [one ?? '', ...(other ? [other] : [])]),
    ...['confirm', 'reject', 'undo'].map((verb) => `finding.${verb}`),
    ...stepKind.options.map((kind) => `assignment.${kind}`),
    ...entries.flatMap((kind) => [`${kind}.enter`, `${kind}.withdraw`]),
    ...['correct', 'rename', 'move', 'end', ...changeKinds].map((verb) => `organisation.${verb}`),
  ]
}

it('has words for every deed, in both languages', () => {
  const all = [...new Set(deeds())]
  expect(all.length).toBeGreaterThan(50)
  for (const words of [vi.history.action, en.history.action])
    expect(all.filter((deed) => !words[deed])).toEqual([])
})

it('calls the values of a field what their own pages call them, in both languages', () => {
  const called = (
    { capacity, answers, roll, position }: typeof invitations.vi,
    { stance, voteKinds, bases }: typeof sitting.vi,
    { opinions }: typeof rounds.vi,
    { page }: typeof documents.vi,
    { asked, checked }: typeof agenda.vi,
    { kinds, categories, sources, authorities, monthKinds }: typeof projects.vi,
  ) => {
    const { present, absent, excused } = roll
    return {
      ...{ stance, voteKind: voteKinds, base: bases, capacity, reply: answers, asked, checked },
      ...{ opinionAnswer: opinions.answers, level: page.levels, stand: position.stands },
      attendance: { present, absent, excused },
      ...{ projectKind: kinds, category: categories, capitalSource: sources },
      ...{ planAuthority: authorities, monthKind: monthKinds },
    }
  }
  expect(vi.history.value).toEqual(
    called(invitations.vi, sitting.vi, rounds.vi, documents.vi, agenda.vi, projects.vi),
  )
  expect(en.history.value).toEqual(
    called(invitations.en, sitting.en, rounds.en, documents.en, agenda.en, projects.en),
  )
})
