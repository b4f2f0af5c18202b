// A period of an invented province, as the office's report is made of it: everything that can happen, once.
import type {
  LineFacts,
  SynthesisFacts,
  UnitFigure,
} from '../src/registers/reporting/synthesis-words.ts'

const unit = (body: string, given: Partial<UnitFigure> = {}): UnitFigure => ({
  ...{ body, value: null, why: null, explanation: null, same: null, aim: null },
  ...given,
})

const at = (path: string) => (value: number) => ({ value, path })
const first = at('/reports/1')
const second = at('/reports/2')

const year = { from: '2026-01-01', to: '2026-12-31' }
const billion = 1e9

const line = (id: string, given: Partial<LineFacts>): LineFacts => ({
  ...{ id, nameVi: id, unit: 'VND', measure: 'cumulative', power: 9, direction: 'up' },
  ...{ valueKind: 'flow', stage: 'estimate', whole: 'nothing', parts: 0, of: 3 },
  ...{ same: null, aim: null, units: [] },
  ...given,
})

export const synthesisExample: SynthesisFacts = {
  body: {
    ...{ kind: 'peoplesCommittee', name: 'Ủy ban nhân dân tỉnh', code: 'UBND' },
    ...{ parent: null, place: 'Sơn Hà' },
  },
  place: 'Sơn Hà',
  today: '2026-10-02',
  regime: {
    name: 'Báo cáo kinh tế - xã hội hằng tháng',
    legalReference: 'Quyết định số 12/2026/QĐ-UBND',
  },
  period: { from: '2026-09-01', to: '2026-09-30' },
  listPath: '/reports?to=2026-09-30',
  slots: [
    {
      ...{ body: 'Xã Bình An', path: '/reports/1', state: 'accepted', timing: 'onTime' },
      ...{ due: '2026-09-16', sentOn: '2026-09-15', reason: null },
    },
    {
      ...{ body: 'Xã Cẩm Sơn', path: '/reports/2', state: 'locked', timing: 'late' },
      ...{ due: '2026-09-16', sentOn: '2026-09-20', reason: null },
    },
    {
      ...{ body: 'Xã Đồng Tâm', path: '/reports/3', state: 'draft', timing: 'missing' },
      ...{ due: '2026-09-16', sentOn: null, reason: null },
    },
  ],
  lines: [
    line('Thu ngân sách nhà nước trên địa bàn', {
      ...{ whole: { ...second(30 * billion), of: 'units' }, parts: 2, same: first(25 * billion) },
      aim: {
        ...{ low: 37.5 * billion, high: 37.5 * billion, by: 'linear', path: '/indicators/1' },
        plan: { ...year, low: 50 * billion, high: 50 * billion },
      },
      units: [
        unit('Xã Bình An', { value: first(10 * billion), same: first(8 * billion) }),
        unit('Xã Cẩm Sơn', {
          ...{ value: second(20 * billion), same: second(17 * billion) },
          ...{ explanation: 'Mặt bằng bàn giao chậm' },
          aim: {
            ...{ low: 30 * billion, high: 30 * billion, by: 'linear', path: '/indicators/1' },
            plan: { ...year, low: 40 * billion, high: 40 * billion },
          },
        }),
        unit('Xã Đồng Tâm', { why: 'notAccepted' }),
      ],
    }),
    line('Kim ngạch xuất khẩu', {
      ...{ unit: 'USD', power: 6, stage: 'official', parts: 0, of: 0 },
      ...{ whole: { ...at('/indicators/2')(1_234_500_000), of: 'province' } },
      ...{ same: at('/indicators/2')(1_500_000_000) },
      aim: {
        ...{ low: 1.35e9, high: 1.35e9, by: 'seasonal', path: '/indicators/2' },
        plan: { ...year, low: 1.8e9, high: 1.8e9 },
      },
    }),
    line('Tỷ lệ hộ nghèo', {
      ...{ unit: '%', power: 0, measure: 'period', direction: 'down', valueKind: 'rate' },
      ...{ whole: 'notAdded', parts: 1 },
      units: [
        unit('Xã Bình An', { value: first(4.5), same: first(5.25) }),
        unit('Xã Cẩm Sơn', { why: 'notYet' }),
        unit('Xã Đồng Tâm', { why: 'notAccepted' }),
      ],
    }),
  ],
  shortcomings: [
    {
      ...{ quote: 'Giải phóng mặt bằng một số dự án còn chậm', topic: 'Giải phóng mặt bằng' },
      ...{ document: 'Thông báo kết luận tháng chín', path: '/documents/1?at=10-52' },
    },
  ],
  tasks: [
    {
      ...{ action: 'Đôn đốc thu nợ thuế', lead: 'Thuế tỉnh', due: '2026-11-30' },
      path: '/assignments?task=1',
    },
  ],
}
