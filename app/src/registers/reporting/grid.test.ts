import { expect, test } from 'vitest'
import type { SlotCell } from './contract.ts'
import {
  begunOn,
  carriedOver,
  cellKey,
  changesOf,
  isWaiting,
  pastedFrom,
  sentOf,
  takenFrom,
  typedInto,
} from './grid.ts'
import { formatPlain } from './typed.ts'

const shown = (value: number) => formatPlain(value, 'vi')

const cellsOf = (...values: (number | null)[]) =>
  values.map(
    (value, index): SlotCell => ({
      ...{ indicatorId: `i${index}`, code: `${index}`, nameVi: '', nameEn: '', unit: 'item' },
      ...{ measure: 'period', power: 0, kind: 'C', direction: 'none' },
      ...{ value, missingReason: null, explanation: null, returnedReason: null },
      ...{
        last: null,
        same: null,
        ...{ usual: null, latest: [], limits: { least: null, most: null } },
        expected: null,
        statements: [],
        findingId: null,
      },
    }),
  )

const slotOf = (version: number, cells: SlotCell[]) => ({ version, cells, can: { enter: true } })
const keys = cellsOf(null, null, null, null).map(cellKey)

/** A report on which cells are typed, by their place. */
function typedOn(slot: ReturnType<typeof slotOf>, texts: Record<number, string>) {
  const begun = begunOn(slot, shown)
  const entries = { ...begun.entries }
  for (const [place, text] of Object.entries(texts)) {
    const key = keys[Number(place)] ?? ''
    const entry = entries[key]
    if (entry) entries[key] = typedInto(entry, text)
  }
  return { ...begun, entries }
}

const sent = (typing: Parameters<typeof changesOf>[0]) =>
  changesOf(typing).map(({ indicatorId, value }) => [indicatorId, value])

test('of two who type in one report each sends only their own cells', () => {
  const typing = typedOn(slotOf(1, cellsOf(1, 2, null, 4)), { 0: '10' })
  // Another wrote two other cells meanwhile.
  const now = carriedOver(typing, slotOf(2, cellsOf(1, 20, 30, 4)), shown)
  expect(now.version).toBe(2)
  expect(keys.map((key) => now.entries[key]?.text)).toEqual(['10', '20', '30', '4'])
  expect(sent(now)).toEqual([['i0', 10]])
})

test('a cell that both wrote is asked about and not sent before; the same figure is no question', () => {
  const typing = typedOn(slotOf(1, cellsOf(1, 2, 3, 4)), { 0: '10', 1: '20', 2: 'x' })
  const now = carriedOver(typing, slotOf(2, cellsOf(11, 20, 30, 40)), shown)
  expect(keys.map((key) => now.entries[key]?.theirs?.value)).toEqual([11, undefined, 30, undefined])
  expect([sent(now), isWaiting(now)]).toEqual([[], true])
  // Asked still where a third version comes before the answer.
  const later = carriedOver(now, slotOf(3, cellsOf(11, 20, 30, 41)), shown)
  expect(later.entries[keys[0] ?? '']).toMatchObject({ text: '10', theirs: { value: 11 } })
  const [key = ''] = keys
  const mine = {
    ...later.entries,
    [key]: typedInto({ ...later.entries[key]!, theirs: null }, '10'),
  }
  expect(sent({ ...later, entries: mine })).toEqual([['i0', 10]])
})

test('what was sent is not waiting any more, what was typed since is', () => {
  const typing = typedOn(slotOf(1, cellsOf(1, 2, 3, 4)), { 0: '10', 1: '1.234' })
  const values = changesOf(typing)
  const now = carriedOver(sentOf(typing, values), slotOf(2, cellsOf(10, 2, 3, 4)), shown)
  expect([sent(now), isWaiting(now), now.entries[keys[1] ?? '']?.text]).toEqual([[], true, '1.234'])
})

test('a cell that is closed meanwhile says what the server says', () => {
  const typing = typedOn(slotOf(1, cellsOf(1, 2)), { 0: '10', 1: '20' })
  const [first, second] = cellsOf(1, 2)
  const partly = [first, second && { ...second, returnedReason: 'x' }].filter((one) => !!one)
  expect(sent(carriedOver(typing, slotOf(2, partly), shown))).toEqual([['i1', 20]])
})

test('a figure is put into its field so that it can be gone on with', () => {
  const [entry] = Object.values(begunOn(slotOf(1, cellsOf(12345)), shown).entries)
  expect(entry && [entry.text, typedInto(entry, entry.text.slice(0, -1)).value]).toEqual([
    ...['12345', 1234],
  ])
  expect(formatPlain(1234.000_000_5, 'vi')).toBe('1234,0000005')
})

test('one column is pasted over all rows, closed ones are left out, what is over is counted', () => {
  const cells = cellsOf(1, 2, 3).map((cell, index) => ({
    ...{ ...cell, returnedReason: index === 1 ? null : 'x' },
  }))
  const slot = slotOf(1, cells)
  const { entries } = begunOn(slot, shown)
  const pasted = pastedFrom(entries, slot, keys[0] ?? '', '10\n20\n30\n40\n\n')
  expect(pasted).toMatchObject({ is: 'taken', over: 1 })
  const after = pasted?.is === 'taken' ? pasted.entries : {}
  expect(keys.slice(0, 3).map((key) => after[key]?.value)).toEqual([10, 2, 30])
  expect(pastedFrom(entries, slot, keys[0] ?? '', '1\t10\n2\t20')).toEqual({ is: 'columns' })
  expect(pastedFrom(entries, slot, keys[0] ?? '', '10\n')).toBeNull()
})

test('a figure of a document is sent with its sentence, until another is typed over it', () => {
  const slot = slotOf(1, cellsOf(1, null))
  const begun = begunOn(slot, shown)
  const key = keys[0] ?? ''
  const entry = begun.entries[key]
  if (!entry) throw new Error('no entry')
  const taken = takenFrom(entry, { value: 12.5, findingId: 'f' }, shown)
  const sending = (one: typeof taken) =>
    changesOf({ ...begun, entries: { ...begun.entries, [key]: one } })
  expect(taken.text).toBe('12,5')
  expect(sending(taken)).toMatchObject([{ value: 12.5, method: 'document', findingId: 'f' }])
  const [typed] = sending(typedInto(taken, '13'))
  expect([typed?.method, typed?.findingId]).toEqual(['typed', undefined])
  // An explanation alone leaves the sentence where it is.
  const stands = begunOn(slotOf(1, [{ ...(slot.cells[0] as SlotCell), findingId: 'f' }]), shown)
  const explained = { ...(stands.entries[key] as typeof taken), explanation: 'vì' }
  expect(changesOf({ ...stands, entries: { [key]: explained } })).toMatchObject([
    { value: 1, method: 'document', findingId: 'f' },
  ])
})
