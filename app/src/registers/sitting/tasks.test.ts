import { read } from '@giaoban/reader'
import { expect, test } from 'vitest'
import {
  confirmedTask,
  type FormerTask,
  formerTask,
  foundTasks,
  keptTask,
  matcherOf,
  movedFormer,
  movedTasks,
  opening,
  openProposals,
  proposedTasks,
  questionsOf,
  sameTasks,
} from './tasks.ts'

const bodies = [
  { id: 'xd', name: 'Sở Xây dựng', also: ['Sở XD'] },
  { id: 'tc', name: 'Sở Tài chính', also: ['STC'] },
  { id: 'dh', name: 'Ủy ban nhân dân thành phố Đông Hà', also: [] },
  { id: 'vp1', name: 'Văn phòng Tỉnh ủy', also: ['Văn phòng'] },
  { id: 'vp2', name: 'Văn phòng UBND tỉnh', also: ['Văn phòng'] },
]
const match = matcherOf(bodies)
const tasksIn = (text: string) =>
  proposedTasks(read(opening + text, { date: '2026-11-26' }).findings, match)

test('bodies are matched by name, other name and the old spelling; two or none are asked', () => {
  expect(match('sở xây dựng').id).toBe('xd')
  expect(match('UBND thành phố Đông Hà').id).toBe('dh')
  expect(match('Uỷ ban nhân dân thành phố Đông Hà').id).toBe('dh')
  expect(match('Sở XD')).toEqual({ text: 'Sở XD', id: 'xd', among: ['xd'] })
  expect(match('Văn phòng')).toEqual({ text: 'Văn phòng', id: null, among: ['vp1', 'vp2'] })
  expect(match('Sở Mới')).toEqual({ text: 'Sở Mới', id: null, among: [] })
  // A tone is a letter: these are two bodies.
  expect(match('Sở Tài chinh').id).toBeNull()
})

test('"giao X chủ trì, phối hợp với Y, hoàn thành trước ngày Z" becomes lead, bodies and deadline', () => {
  const text =
    'Thống nhất chủ trương. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, UBND thành phố Đông Hà rà soát các dự án chậm tiến độ, hoàn thành trước ngày 30/10/2026.'
  const [task] = tasksIn(text)
  expect(task).toMatchObject({
    lead: { id: 'xd' },
    cooperating: [{ id: 'tc' }, { id: 'dh' }],
    deadline: '2026-10-30',
    deadlineFuzzy: false,
  })
  expect(text.slice(task?.start, task?.end)).toMatch(/^Sở Xây dựng chủ trì.*30\/10\/2026$/)
  expect(task && questionsOf(task)).toEqual([])
})

test('what is unknown is asked', () => {
  const text =
    'Thống nhất chủ trương. Giao Ban Nội chính Tỉnh ủy chủ trì, phối hợp với Thanh tra tỉnh hoàn thiện hồ sơ.'
  const [task] = tasksIn(text)
  expect(task?.lead).toMatchObject({ id: null, among: [] })
  expect(task && questionsOf(task)).toEqual(['lead', 'cooperating', 'deadline'])
})

test('a confirmed task keeps its words while the text around it changes, and is asked again when they change', () => {
  const before = 'Thống nhất. Giao Sở Xây dựng rà soát hồ sơ trước ngày 15/12/2026. Hết.'
  const [proposed] = tasksIn(before)
  if (!proposed) throw new Error('no task was read')
  const task = confirmedTask(proposed, 'id')
  expect(openProposals([proposed], [task])).toEqual([])
  const words = before.slice(task.start, task.end)
  for (const after of [
    `Mở đầu. ${before}`,
    `${before} Thêm.`,
    before.replace('nhất', 'nhất cao'),
  ]) {
    const [moved] = movedTasks([task], before, after)
    expect(after.slice(moved?.start, moved?.end)).toBe(words)
  }
  expect(movedTasks([task], before, before.replace('rà soát', 'rà lại'))).toEqual([])
  expect(movedTasks([task], before, before)).toEqual([task])
  // Edited elsewhere, at several places at once.
  const edited = `Mở đầu. ${before.replace('nhất', 'nhất cao').replace('Hết', 'Kết thúc')}`
  const [found] = foundTasks([task], before, edited)
  expect(edited.slice(found?.start, found?.end)).toBe(words)
  expect(foundTasks([task], before, before.replace('rà soát', 'rà lại'))).toEqual([])
  expect(foundTasks([task], before, `${before} ${before}`)).toEqual([])
})

test('a task that is dropped and confirmed anew is the one it was, by its place, its words or its lead', () => {
  const before = 'Giao Sở Xây dựng rà soát hồ sơ trước ngày 15/12/2026.'
  const [proposed] = tasksIn(before)
  if (!proposed) throw new Error('no task was read')
  const task = confirmedTask(proposed, 'former')
  const again = (after: string, dropped: FormerTask[], tasks = [] as (typeof task)[]) => {
    const [one] = tasksIn(after)
    if (!one) throw new Error('no task was read')
    return keptTask(confirmedTask(one, 'new'), { body: after, tasks }, dropped).id
  }
  const dropped = [formerTask(task, before)]
  expect(again(before, dropped)).toBe('former')
  expect(again(before, dropped, [task])).toBe('new')
  // Other words at the same place, also after an edit before it.
  const reworded = before.replace('rà soát hồ sơ', 'kiểm tra dự án')
  const after = `Thống nhất. ${reworded}`
  const moved = movedFormer(movedFormer(dropped, before, reworded), reworded, after)
  expect(again(after, moved)).toBe('former')
  // The same words elsewhere; nothing of it where the whole text is another one.
  const elsewhere = `Nội dung khác hẳn.\n${before}`
  const lost = movedFormer(dropped, before, '')
  expect(lost[0]).toMatchObject({ start: 0, end: 0 })
  expect(again(elsewhere, lost)).toBe('former')
  expect(again('Giao Sở Tài chính bố trí vốn trước ngày 01/12/2026.', lost)).toBe('new')
  // Two that it could be: a new one.
  const twin = { ...(dropped[0] as FormerTask), id: 'twin' }
  const fresh = { ...twin, id: 'new' }
  expect([...sameTasks([fresh], [...dropped, twin], false)]).toEqual([])
})
