// Everything that is done to instruments and inspections, once each, made over HTTP: for the tests that need one of
// each, and those that need every query.
import { writeRows } from '../src/office/workbook.ts'
import { headingsOf } from '../src/registers/transfer/sheets.ts'
import { asking, type Client, fileForm, type world } from './world.ts'

type Done = ReturnType<typeof asking>

/** Ids by the word of their routes: `instruments`, `instrument-duties`, `inspections`, `inspection-findings`. */
export async function makeInstruments(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  words = 'Cải cách hành chính',
): Promise<Record<string, string>> {
  const done = asking(office)
  const { client: head } = await here.grantee('officeHead')
  const body = await here.body('Sở Nội vụ')
  const committee = await here.body('Tỉnh ủy Thử')
  const documentId = await makeCitation(done, words)
  const { citations } = await done('GET', '/api/citations')
  const cited = citations.filter((one: { instrument: unknown }) => one.instrument === null)
  const add = async (symbol: string, more: object = {}) =>
    (
      await done('POST', '/api/instruments', {
        json: { side: 'own', kind: 'resolution', symbol, title: words, ...more },
      })
    ).instrument
  const first = await add('71-NQ/TU', {
    ...{ issuerId: committee, issuedOn: '2026-01-05' },
    citationIds: cited.map((one: { id: string }) => one.id),
  })
  const at = `/api/instruments/${first.id}`
  const double = await add('71/NQ-TU', { issuedOn: '2026-01-06', otherThan: [first.id] })
  await done('POST', `/api/instruments/${double.id}/duties`, {
    json: { organisationIds: [body, committee] },
  })
  const { assignments } = await done('GET', '/api/assignments')
  const { indicators } = await done('GET', '/api/indicators')
  const { topics } = await done('GET', '/api/shortcomings')
  const shortcomings = topics.flatMap(({ entries }: { entries: { id: string }[] }) => entries)
  const idsOf = (them: { id: string }[] = []) => them.slice(0, 1).map(({ id }) => id)
  const links = {
    assignmentIds: idsOf(assignments),
    indicatorIds: idsOf(indicators),
    shortcomingIds: idsOf(shortcomings),
  }
  await done('PUT', `/api/instruments/${double.id}/links`, { json: links, version: 1 })
  await done('PUT', `${at}/links`, { json: { ...links, indicatorIds: [] }, version: 1 })
  await done('POST', `${at}/duties`, { json: { organisationIds: [body], studyBy: '2099-01-01' } })
  const merge = { reason: 'x', into: first.id }
  await done('POST', `/api/instruments/${double.id}/withdraw`, { json: merge, version: 2 })
  const gone = await add('72-NQ/TU', { otherThan: [first.id] })
  await done('POST', `/api/instruments/${gone.id}/withdraw`, { json: { reason: 'x' }, version: 1 })
  let { instrument } = await done('GET', at)
  const { version } = instrument
  await done('PATCH', at, { json: { note: words, documentId, level: 'office' }, version })
  instrument = (await done('GET', at)).instrument
  await done('PUT', `${at}/links`, {
    json: { ...links, shortcomingIds: [] },
    version: instrument.version,
  })
  const [duty] = instrument.duties.filter((one: { body: { id: string } }) => one.body.id === body)
  const of = `/api/instrument-duties/${duty.id}`
  const report = { studiedOn: '2026-01-10', doneOn: '2026-01-11', progress: words, onBehalf: 'x' }
  await done('POST', `${of}/report`, { json: report, version: duty.version })
  const verdict = (outcome: string, more: number) =>
    done(
      'POST',
      `${of}/verdict`,
      { json: { outcome, reason: 'x' }, version: duty.version + more },
      head,
    )
  await verdict('sentBack', 1)
  // Whoever reported is told of it.
  await done('GET', '/api/session/notifications')
  await done('PATCH', of, { json: { note: 'x' }, version: duty.version + 2 })
  if (cited[0]) {
    const again = { json: { instrumentId: first.id }, version: cited[0].version + 1 }
    await done('PATCH', `/api/citations/${cited[0].id}`, again)
  }
  await done('GET', `/api/instruments?q=${encodeURIComponent('số 71')}&year=2026&body=${body}`)
  await done('GET', '/api/instruments?side=own&kind=resolution')
  await office.file(`${at}/review?kind=interim&from=2026-01-01&to=2026-12-31&body=${committee}`)
  for (const path of [
    `history?kind=instrument&id=${first.id}`,
    `access?kind=instrument&id=${first.id}`,
  ])
    await done('GET', `/api/${path}`)
  return {
    instruments: first.id,
    'instrument-duties': duty.id,
    ...(await makeInspections(here, office, done, { body, committee, words })),
  }
}

/** A document with a citation of a resolution, confirmed; the document's id. */
async function makeCitation(done: Done, words: string): Promise<string> {
  const text = `${words}: thực hiện Nghị quyết số 71-NQ/TU ngày 05/01/2026 của Tỉnh ủy.`
  const { document } = await done('POST', '/api/documents', { form: fileForm(text, 'dan.txt') })
  const { findings } = await done('GET', `/api/documents/${document.id}/findings`)
  for (const { id, kind, version } of findings) {
    if (kind === 'citation')
      await done('POST', `/api/findings/${id}/confirm`, { json: {}, version })
  }
  return document.id
}

async function makeInspections(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  done: Done,
  { body, committee, words }: { body: string; committee: string; words: string },
): Promise<Record<string, string>> {
  const line = { organisationId: committee, year: 2099, form: 'inspection', subjectIds: [body] }
  const add = async () =>
    (await done('POST', '/api/inspections', { json: { ...line, content: words } })).inspection
  const one = await add()
  const other = await add()
  const at = `/api/inspections/${one.id}`
  const days = { toldOn: '2099-01-01', startedOn: '2026-01-05', endedOn: '2026-01-09' }
  const text = `${words}: còn chậm công khai kết quả.`
  const { document } = await done('POST', '/api/documents', {
    form: fileForm(text, 'ket-luan.txt'),
  })
  const json = { ...days, subjectIds: [body], conclusionId: document.id }
  await done('PATCH', at, { json, version: 1 })
  await done('PATCH', at, { json: { conclusionId: null }, version: 2 })
  await done('PATCH', at, { json: { conclusionId: document.id }, version: 3 })
  for (const [n, subjectIds] of [[body, committee], [body]].entries())
    await done('PATCH', `/api/inspections/${other.id}`, { json: { subjectIds }, version: n + 1 })
  const drop = { json: { reason: 'x' }, version: 3 }
  await done('POST', `/api/inspections/${other.id}/drop`, drop)
  const found = { body: words, documentId: document.id, quote: 'còn chậm công khai' }
  await done('POST', `${at}/findings`, { json: found })
  const { inspection } = await done('POST', `${at}/findings`, { json: { body: words } })
  const [first, second] = inspection.findings
  const path = `/api/inspection-findings/${first.id}`
  await done('POST', `${path}/assignment`, { json: { action: words } })
  await done('PATCH', path, { json: { body: words }, version: 2 })
  await done('PATCH', `/api/inspection-findings/${second.id}`, {
    json: { withdrawn: true },
    version: 1,
  })
  await done('GET', '/api/inspections?year=2099')
  const { client: officer } = await here.grantee('departmentOfficer', body)
  await done('GET', '/api/inspections?year=2099', {}, officer)
  await done('GET', '/api/instruments', {}, officer)
  for (const kind of ['history', 'access'])
    await done('GET', `/api/${kind}?kind=inspection&id=${one.id}`)
  const bytes = await writeRows('x', headingsOf('inspections', 'en'), [])
  const file = Buffer.from(bytes).toString('base64')
  await done('POST', '/api/files/inspections', { json: { file } })
  await office.file('/api/files/inspections')
  return { inspections: one.id, 'inspection-findings': first.id }
}
