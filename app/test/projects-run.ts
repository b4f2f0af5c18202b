// Everything that is done to projects, once each, made over HTTP: for the tests that need one, and those that need
// every query.
import { readCells, writeRows } from '../src/office/workbook.ts'
import { asking, type Client, type world } from './world.ts'

/** Ids by the word of their routes: `projects`, `project-sections`, `project-milestones`, `project-obstacles`. */
export async function makeProjects(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  words = 'Đường nối khu công nghiệp',
): Promise<Record<string, string>> {
  const done = asking(office)
  const owner = await here.body('Ban Quản lý dự án Thử')
  const { client: officer } = await here.grantee('departmentOfficer', owner)
  const { project } = await done('POST', '/api/projects', {
    json: {
      kind: 'investment',
      name: words,
      ownerId: owner,
      category: 'b',
      code: '7000001',
      total: 900_000_000,
    },
  })
  const at = `/api/projects/${project.id}`
  await done('PATCH', at, { json: { note: words, ownerId: owner }, version: 1 })
  const given = { fromYear: 2026, toYear: 2026, source: 'local', decidedOn: '2025-12-10' }
  for (const authority of ['primeMinister', 'council']) {
    const plan = { ...given, authority, legalReference: words, amount: 100_000_000, seen: 0 }
    await done('POST', `${at}/plans`, { json: plan })
  }
  const month = { year: 2026, until: '2026-01-31', seen: 0, amount: 30_000_000 }
  await done('POST', `${at}/months`, { json: { ...month, kind: 'committed' } }, officer)
  const disbursed = { ...month, kind: 'disbursed', source: 'local' }
  await done('POST', `${at}/months`, { json: disbursed }, officer)
  const form = await readCells((await office.file('/api/files/disbursements?year=2026')).bytes)
  const [names = [], ...lines] = form
  const filled = lines.map((line) =>
    line.map((cell, at) => (at === 4 ? '2026-02-28' : at === 5 ? '40000000' : String(cell))),
  )
  const bytes = await writeRows('x', names.map(String), filled)
  const file = Buffer.from(bytes).toString('base64')
  await done('POST', '/api/files/disbursements', { json: { fileName: 'x.xlsx', file } })
  await done('GET', '/api/projects?year=2026')
  await done('GET', `${at}?year=2026`, {}, officer)
  const work = await makeWork(done, officer, { at, owner, words })
  for (const kind of ['access', 'history']) {
    await done('GET', `/api/${kind}?kind=project&id=${project.id}`)
  }
  return { projects: project.id, ...work }
}

interface Place {
  at: string
  owner: string
  words: string
}

/** Progress, a section of land, a milestone and an obstacle, each entered, changed and told of. */
async function makeWork(
  done: ReturnType<typeof asking>,
  officer: Client,
  { at, owner, words }: Place,
): Promise<Record<string, string>> {
  const post = (path: string, json: object) => done('POST', path, { json }, officer)
  const patch = (path: string, json: object) => done('PATCH', path, { json, version: 1 }, officer)
  await post(`${at}/progress`, { on: '2026-02-28', percent: 12.5, note: words, seen: 0 })
  const { work: land } = await post(`${at}/sections`, { name: words, dueOn: '2099-06-30' })
  const section = `/api/project-sections/${land.sections[0].id}`
  await patch(section, { dueOn: '2099-12-31', reason: 'x' })
  const told = { needHa: 3.5, handedHa: 1, households: 20, paid: 12, moved: 8, obstacle: words }
  await post(`${section}/clearances`, { ...told, on: '2026-02-28', seen: 0 })
  const { work: time } = await post(`${at}/milestones`, { name: words, dueOn: '2099-06-30' })
  const milestone = `/api/project-milestones/${time.milestones[0].id}`
  await patch(milestone, { doneOn: '2026-02-28' })
  const { assignments } = await done('GET', '/api/assignments?limit=1')
  const { documents } = await done('GET', '/api/documents')
  const linked = assignments.map((one: { id: string }) => one.id)
  const { project } = await done('GET', at)
  for (const [more, assignmentIds] of [linked, [], linked].entries()) {
    const version = project.version + more
    await done('PUT', `${at}/tasks`, { json: { assignmentIds }, version })
  }
  if (linked[0]) await done('GET', `/api/assignments/${linked[0]}`)
  const obstacle = { kind: 'land', body: words, since: '2026-01-05', level: 'commune' }
  const { work } = await post(`${at}/obstacles`, { ...obstacle, ownerId: owner })
  const one = `/api/project-obstacles/${work.obstacles[0].id}`
  const orders = assignments[0]
    ? { assignmentId: assignments[0].id }
    : { documentId: documents[0]?.id ?? null }
  await done('PATCH', one, { json: orders, version: 1 })
  await done('PATCH', one, { json: { assignmentId: null, documentId: null }, version: 2 })
  const held = { documentId: documents[0]?.id ?? null }
  await done('PATCH', one, { json: held, version: 3 })
  return {
    'project-sections': land.sections[0].id,
    'project-milestones': time.milestones[0].id,
    'project-obstacles': work.obstacles[0].id,
  }
}
