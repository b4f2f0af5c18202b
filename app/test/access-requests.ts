// What the access test sends: bodies that are valid for a route, so that nothing but the policy
// refuses them, and a document whose words are looked for everywhere.
import { fileForm } from './world.ts'

export const someId = '01900000-0000-7000-8000-000000000000'

export const canary = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy bàn về hồ sơ chim hoàng yến

Tổng thu ngân sách nhà nước về hoàng yến đạt 8.250 tỷ đồng. Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng hoàng yến còn chậm.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy, đồng chí Bí thư Tỉnh ủy yêu cầu Sở Tài chính rà soát hồ sơ hoàng yến, báo cáo trước ngày 30/10/2024.
`

const emptyNotice = {
  ...{ above: '', issuer: 'X', place: 'X', title: 'X', subject: 'X', filing: 'X' },
  ...{ blocks: [], signatures: [], recipients: [], annexes: [], items: [] },
}

const terms = {
  ...{ validFrom: '2026-01-01', legalReference: 'X', frequency: 'month', stage: 'estimate' },
  ...{ cutoffDay: 14, dueDays: 2, graceDays: 0 },
  lines: [{ indicatorId: someId, measure: 'period', power: 0 }],
  units: [{ organisationId: someId, responsibleId: someId }],
}

/** What a route needs behind its path; the others nothing. */
export const queryFor = (route: string): string =>
  ['GET /api/history', 'GET /api/access', 'GET /api/chain'].includes(route)
    ? `?kind=assignment&id=${someId}`
    : [
          'GET /api/programme',
          'GET /api/inspections',
          'GET /api/report-slots',
          'GET /api/figures/xlsx',
        ].includes(route)
      ? '?year=2026'
      : route === 'GET /api/report-grid'
        ? `?regime=${someId}&to=2026-06-30`
        : route.startsWith('GET /api/report-synthesis')
          ? `?regime=${someId}&to=2026-06-30&issuer=${someId}`
          : route === 'GET /api/assignment-report/docx'
            ? `?issuer=${someId}&since=2026-01-01&until=2026-12-31`
            : route === 'GET /api/instruments/{id}/review'
              ? `?kind=interim&from=2026-01-01&to=2026-06-30&body=${someId}`
              : ''

/** A body for the route; an empty object where it takes none. */
export function bodyFor(route: string): { json?: unknown; form?: FormData } {
  if (/^POST .*\/papers(\/\{id\}\/versions)?$/.test(route)) {
    return { form: fileForm('Thu đạt 12 tỷ đồng.', 'a.txt', { kind: 'draft' }) }
  }
  if (/^POST \/api\/(documents|notices\/\{id\}\/(signed|compare))$/.test(route)) {
    return { form: fileForm('Thu đạt 12 tỷ đồng.', 'a.txt') }
  }
  const bodies: Record<string, unknown> = {
    'POST /api/uploads': { fileName: 'a.pdf', size: 3, declaration: 'noStateSecrets' },
    'POST /api/assignments/{id}/progress': { kind: 'received' },
    'POST /api/assignments/{id}/verdict': { outcome: 'confirmed' },
    'POST /api/assignments/{id}/hold': { kind: 'paused', body: 'x' },
    'POST /api/assignments/{id}/extensions': { until: '2099-01-01', reason: 'x' },
    'POST /api/extensions/{id}/decide': { outcome: 'granted' },
    'PUT /api/chain-links': {
      from: { kind: 'shortcoming', id: someId },
      to: { kind: 'assignment', id: someId },
      verdict: 'confirmed',
    },
    'POST /api/deadline-events': { name: 'X' },
    'PATCH /api/deadline-events/{id}': { name: 'X' },
    'PUT /api/assignment-setting': {
      setting: {
        ...{ basis: 'original', roll: 'asWritten', soonDays: 7, staleMonths: 3 },
        ...{ remindDays: [1], escalateDays: 7 },
      },
      days: [],
    },
    'POST /api/session': { address: 'x', password: 'y' },
    'PATCH /api/session': { locale: 'vi' },
    'PUT /api/session/password': { current: 'x', next: 'mot mat khau dai' },
    'POST /api/setup': {
      token: 'x',
      provinceName: 'X',
      address: 'x',
      name: 'X',
      password: 'mot mat khau dai',
    },
    'POST /api/accounts': {
      address: `new-${Math.random()}`,
      name: 'New',
      role: 'reader',
    },
    'POST /api/session-codes': { accounts: [someId], days: 1 },
    'POST /api/session/sso/finish': { query: 'x' },
    'POST /api/session/factor': { code: 'x' },
    'POST /api/session/factor/begin': { password: 'x' },
    'POST /api/session/factor/confirm': { code: 'x' },
    'POST /api/accounts/{id}/factor/reset': { reason: 'x' },
    'POST /api/session/choose-password': { password: 'mot mat khau dai' },
    'POST /api/accounts/{id}/grants': { role: 'reader' },
    'POST /api/grants/{id}/end': { reason: 'x' },
    'POST /api/grants/{id}/delegate': { address: 'x', to: '2099-01-01', reason: 'x' },
    'POST /api/documents/{id}/destroy': { reason: 'x' },
    'POST /api/documents/{id}/findings': { kind: 'shortcoming', start: 0, end: 5 },
    'POST /api/documents/{id}/confirm-certain': { findings: [{ id: someId, version: 1 }] },
    'POST /api/organisations': { kind: 'department', name: `Sở ${Math.random()}`, from: null },
    'POST /api/organisations/changes': {
      kind: 'takeOver',
      on: '2026-01-01',
      predecessors: [{ id: someId, version: 1, ends: true }],
      successors: [{ id: someId, version: 1 }],
    },
    'POST /api/organisations/{id}/rename': { name: 'Sở Mới', from: '2026-01-01' },
    'POST /api/organisations/{id}/move': { tree: 'party', parentId: someId, from: '2026-01-01' },
    'POST /api/organisations/{id}/end': { on: '2026-01-01' },
    'POST /api/files/bodies': { file: 'UEs=' },
    'POST /api/files/people': { file: 'UEs=' },
    'POST /api/files/accounts': { file: 'UEs=' },
    'POST /api/files/programme': { file: 'UEs=' },
    'POST /api/conferences': { organisationId: someId, type: 'briefing' },
    'POST /api/conferences/{id}/cancel': { reason: 'x' },
    'POST /api/conferences/{id}/items': { title: 'X', asked: 'decide' },
    'POST /api/submissions/{id}/decide': { outcome: 'taken' },
    'POST /api/papers/{id}/withdraw': { reason: 'x' },
    'POST /api/conferences/{id}/invitations': { name: 'X', capacity: 'invited' },
    'POST /api/conferences/{id}/roll-call': {
      marks: [{ id: someId, version: 1, attendance: 'present' }],
    },
    'POST /api/conferences/{id}/take-together': { itemIds: [someId] },
    'POST /api/invitations/{id}/answer': { answer: 'coming' },
    'PUT /api/session-items/{id}/position': { stand: 'noObjection' },
    'POST /api/conferences/{id}/current': { itemId: null, speaker: null },
    'POST /api/conferences/{id}/reopen': { reason: 'x' },
    'PUT /api/session-items/{id}/decision': {
      outcome: 'noted',
      conditions: null,
      body: 'x',
      noTask: true,
      tasks: [],
    },
    'POST /api/session-items/{id}/opinions': { speaker: 'X', stance: 'agree', body: 'x' },
    'POST /api/session-items/{id}/votes': {
      question: 'x',
      kind: 'open',
      base: 'present',
      baseCount: 1,
      agree: 1,
      disagree: 0,
      abstain: 0,
    },
    'PUT /api/session/mail-wish': { wish: 'none' },
    'POST /api/mails/{id}/decide': { decision: 'resend' },
    'POST /api/mail-subscribers': { address: 'thanh.tra@tinh.gov.vn' },
    'POST /api/mail-subscribers/remove': { address: 'thanh.tra@tinh.gov.vn' },
    'POST /api/wall': { token: 'x' },
    'POST /api/conferences/{id}/notices': { kind: 'conclusion' },
    'PATCH /api/notices/{id}': { content: emptyNotice },
    'PUT /api/conferences/{id}/assessment': { body: 'x' },
    'POST /api/notices/{id}/take': { item: someId, decisionVersion: 0, body: 'x', reason: 'x' },
    'POST /api/notices/{id}/issue': { symbol: 'TU', issuedOn: '2026-01-05' },
    'PATCH /api/notice-layouts': { regime: 'party05' },
    'PUT /api/paper-notes/{id}': {
      ...{ paperId: someId, documentId: someId, start: 0, end: 1, quote: 'x', body: 'x' },
      ...{ mark: 'note', at: '2026-01-01T00:00:00Z' },
    },
    'POST /api/conferences/{id}/agenda-versions': { items: [] },
    'POST /api/session-items/{id}/move': { before: null },
    'POST /api/session-items/{id}/check': { checked: 'passed' },
    'POST /api/session-items/{id}/take-off': { status: 'withdrawn', reason: 'x' },
    'PUT /api/session-items/{id}/route': { steps: [] },
    'POST /api/session-items/{id}/carry': { conferenceId: someId },
    'POST /api/conferences/{id}/template': { name: 'X' },
    'POST /api/programme': { organisationId: someId, year: 2026, title: 'X', asked: 'decide' },
    'POST /api/programme/{id}/drop': { reason: 'x' },
    'POST /api/programme/{id}/carry': { year: 2027 },
    'PATCH /api/citations/{id}': { instrumentId: null },
    'POST /api/instruments': {
      ...{ side: 'own', kind: 'resolution', title: 'X' },
      symbol: `${Math.trunc(Math.random() * 90_000)}-NQ/TU`,
    },
    'POST /api/instruments/{id}/withdraw': { reason: 'x' },
    'PUT /api/instruments/{id}/links': { assignmentIds: [], indicatorIds: [], shortcomingIds: [] },
    'POST /api/instruments/{id}/duties': { organisationIds: [someId] },
    'POST /api/instrument-duties/{id}/report': { progress: 'x' },
    'POST /api/instrument-duties/{id}/verdict': { outcome: 'confirmed' },
    'POST /api/inspections': {
      ...{
        organisationId: someId,
        year: 2026,
        form: 'inspection',
        subjectIds: [someId],
        content: 'X',
      },
    },
    'POST /api/inspections/{id}/drop': { reason: 'x' },
    'POST /api/inspections/{id}/findings': { body: 'x' },
    'POST /api/inspection-findings/{id}/assignment': { action: 'x' },
    'POST /api/files/inspections': { file: 'UEs=' },
    'POST /api/conferences/{id}/programme': { entryIds: [someId] },
    'POST /api/rounds': {
      organisationId: someId,
      title: 'X',
      question: 'X',
      dueAt: '2099-01-01T17:00:00+07:00',
      addressees: [{ name: 'X' }],
    },
    'PUT /api/round-addressees/{id}': { stance: 'agree', opinions: [] },
    'PUT /api/item-opinions/{id}/answer': { answer: 'accepted' },
    'POST /api/persons': { name: 'Nguyễn Văn An' },
    'POST /api/persons/{id}/posts': { organisationId: someId, title: 'Giám đốc', from: null },
    'POST /api/posts/{id}/end': { on: '2026-01-01' },
    'POST /api/terms': {
      organisationId: someId,
      kind: 'party',
      label: '2025-2030',
      from: '2025-01-01',
    },
    'POST /api/lexicon': { class: 'actor', payload: '', phrases: [`Tổ ${Math.random()}`] },
    'POST /api/lexicon/file': { text: 'actor\t\tTổ công tác', check: true },
    'POST /api/indicators/{id}/targets': {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-12-31', kind: 'plan' },
      ...{ authority: null, words: 'x', legalReference: 'x', decidedOn: '2026-01-01' },
    },
    'POST /api/targets/{id}/versions': {
      ...{ words: 'x', legalReference: 'x', decidedOn: '2026-01-01' },
    },
    'POST /api/indicators/{id}/figures': {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-09-30', kind: 'actual' },
      ...{ accumulation: 'cumulative', missingReason: 'notYet', stage: 'estimate', reason: 'x' },
    },
    'POST /api/indicators/{id}/definitions': {
      ...{ valueKind: 'flow', reportMode: 'yearToDate', acrossBodies: 'sum', acrossTime: 'sum' },
      ...{ weightIndicatorId: null, formula: null, entryFactor: 1, decimals: 0, least: null },
      ...{
        most: null,
        priceBasis: 'none',
        validFrom: '2026-01-01',
        ownerId: someId,
        content: null,
      },
      ...{ legalReference: 'x', reason: null, seen: 0, breaks: false },
    },
    'POST /api/figure-snapshots': { title: 'x', conferenceId: null },
    'POST /api/indicator-breaks/{id}/withdraw': { reason: 'x' },
    'POST /api/indicator-references/{id}/withdraw': { reason: 'x' },
    'POST /api/indicators/{id}/references': {
      ...{ place: 'x', from: '2026-01-01', to: '2026-06-30', figure: '5%', source: 'x' },
    },
    'POST /api/indicators/{id}/explanations': {
      ...{ organisationId: someId, targetId: null, question: 'x', dueOn: '2099-01-01' },
    },
    'POST /api/explanations/{id}/answer': { answer: 'x' },
    'POST /api/report-regimes': { name: 'X', ...terms },
    'POST /api/report-regimes/{id}/versions': terms,
    'PUT /api/report-slots/{id}/values': { values: [] },
    'POST /api/report-slots/{id}/return': { reason: 'x' },
    'POST /api/report-slots/{id}/exception': { excused: true, dueOn: null, reason: 'x' },
    'POST /api/report-slots/{id}/responsible': { responsibleId: someId },
    'POST /api/report-slots/{id}/xlsx': { file: 'UEs=' },
    'POST /api/files/disbursements': { fileName: 'a.xlsx', file: 'UEs=' },
    'POST /api/projects': { kind: 'investment', name: 'X', ownerId: someId },
    'PUT /api/projects/{id}/tasks': { assignmentIds: [] },
    'POST /api/projects/{id}/progress': { on: '2026-06-30', percent: 40, seen: 0 },
    'POST /api/projects/{id}/sections': { name: 'x' },
    'POST /api/project-sections/{id}/clearances': {
      ...{ on: '2026-06-30', needHa: 1, handedHa: 1, households: 1, paid: 1, moved: 1, seen: 0 },
    },
    'POST /api/projects/{id}/milestones': { name: 'x', dueOn: '2026-12-31' },
    'POST /api/projects/{id}/obstacles': {
      ...{ kind: 'land', body: 'x', since: '2026-01-01', level: 'owner' },
    },
    'POST /api/projects/{id}/plans': {
      ...{ fromYear: 2026, toYear: 2026, source: 'central', authority: 'primeMinister' },
      ...{ amount: 1, legalReference: 'x', decidedOn: '2025-12-10', seen: 0 },
    },
    'POST /api/projects/{id}/months': {
      ...{ kind: 'committed', year: 2026, until: '2026-06-30', amount: 1, seen: 0 },
    },
    'POST /api/targets/{id}/judgements': { likelihood: 'likely', body: 'x' },
    'POST /api/indicators': { nameVi: `Chỉ tiêu ${Math.random()}`, unit: 'item' },
  }
  return { json: bodies[route] ?? {} }
}
