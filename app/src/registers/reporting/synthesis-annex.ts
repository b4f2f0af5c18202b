// The annex of the office's report: each unit's figure, indicator by indicator. Pure.
import type { TextTable } from '../notices/content.ts'
import {
  bandWords,
  exact,
  movedWords,
  type SynthesisFacts,
  shareIn,
  type Told,
  type ToldAim,
  whyWords,
} from './synthesis-words.ts'
import { vi } from './texts.ts'
import { unitInWords } from './unit-words.ts'

/** Each unit's figure with its comparisons, indicator by indicator. */
export function annexOf({ lines }: SynthesisFacts): TextTable {
  const rows: { text: string; path: string | null }[][] = []
  const plain = (text: string) => ({ text, path: null })
  const cell = (one: Told | null, text: (value: number) => string) =>
    one ? { text: text(one.value), path: one.path } : plain('')
  for (const [at, line] of lines.entries()) {
    const { whole } = line
    const total = typeof whole === 'string' ? null : whole
    const same = line.same === 'broken' ? null : line.same
    const full = total?.of === 'province' || line.parts === line.of
    const compared = (
      value: Told | null,
      before: Told | null,
      aim: ToldAim | null,
    ): { text: string; path: string | null }[] => {
      const moved = value && before ? movedWords(line, value.value, before.value) : null
      const share = value && aim ? shareIn(line, value.value, aim) : null
      return [
        cell(before, (one) => exact(one, line)),
        moved && value ? { text: moved.signed, path: value.path } : plain(''),
        aim ? { text: bandWords(aim.plan, line, exact), path: aim.path } : plain(''),
        share && value ? { text: share, path: value.path } : plain(''),
      ]
    }
    const words = unitInWords(line, 'vi')
    rows.push([
      plain(`${at + 1}`),
      plain(`${line.nameVi} (${[vi.measures[line.measure], words].filter(Boolean).join(', ')})`),
      cell(total, (one) =>
        full ? exact(one, line) : `${exact(one, line)} (${line.parts}/${line.of} đơn vị)`,
      ),
      ...compared(full ? total : null, same, line.aim),
    ])
    for (const [unit, one] of line.units.entries()) {
      rows.push([
        plain(`${at + 1}.${unit + 1}`),
        plain(one.body),
        one.value
          ? cell(one.value, (value) => exact(value, line))
          : plain(whyWords[one.why ?? 'notYet']),
        ...compared(one.value, one.same, one.aim),
      ])
    }
  }
  return {
    columns: [
      { title: 'TT', share: 7 },
      { title: 'Chỉ tiêu, đơn vị', share: 29 },
      { title: 'Thực hiện', share: 14, centred: true },
      { title: 'Cùng kỳ năm trước', share: 13, centred: true },
      { title: 'Tăng, giảm', share: 12, centred: true },
      { title: 'Kế hoạch', share: 13, centred: true },
      { title: 'So kế hoạch', share: 12, centred: true },
    ],
    rows: rows.map((cells) => cells.map(({ text }) => text)),
    links: rows.map((cells) => cells.map(({ path }) => path)),
  }
}
