// A conference that is held in the sample province, with a dossier in two versions: what the screens of
// conferences held here need to have something on them. Made over the API, once, before the tests.
import type { Served } from './server.ts'

type Answer = Record<string, Record<string, unknown> & { id: string }>

/** Makes it as the sample's office; as its administrator, an officer of a department, who reports its figures. */
export async function holdConference(server: Served): Promise<void> {
  const ask = await signedIn(server)
  const { bodies } = (await ask('GET', 'organisations')) as unknown as {
    bodies: { id: string; name: string }[]
  }
  const body = bodies.find(({ name }) => name === 'Sở Tài chính')
  const manage = await signedIn(server, server.accounts.administrator)
  await manage('POST', 'accounts', {
    address: 'taichinh@sonha',
    name: 'Phạm Thị Tài Chính',
    role: 'departmentOfficer',
    organisationId: body?.id,
  })
  const { plan } = await ask('POST', 'conferences', {
    organisationId: bodies.find(({ name }) => name.startsWith('Ban Thường vụ'))?.id ?? body?.id,
    type: 'standingCommittee',
    review: false,
    startsAt: '2099-12-08T08:00:00+07:00',
    dossiersDue: '2099-12-01T17:00:00+07:00',
    place: 'Hội trường A',
  })
  const { item } = await ask('POST', `conferences/${plan?.id}/items`, {
    title: 'Phương án phân bổ vốn đầu tư công năm 2100',
    asked: 'agreeInPrinciple',
    submitterId: body?.id,
  })
  const { paper } = await ask(
    'POST',
    `session-items/${item?.id}/papers`,
    paperForm('Điều 1. Phân bổ 120 tỷ đồng.\nĐiều 2. Giao Sở Tài chính thực hiện.', 1),
  )
  await ask(
    'POST',
    `papers/${paper?.id}/versions`,
    paperForm('Điều 1. Phân bổ 150 tỷ đồng.\nĐiều 2. Giao Sở Tài chính thực hiện.', 2),
  )
}

function paperForm(text: string, lot: number): FormData {
  const form = new FormData()
  const name = `du-thao-lan-${lot}.txt`
  form.append('file', new File([`Dự thảo Quyết định phân bổ vốn\n${text}\n`], name))
  form.append('declaration', 'noStateSecrets')
  form.append('kind', 'draft')
  return form
}

/** Asks the API as an account, the sample's office where none is named. `version` goes out as If-Match. */
export async function signedIn({ address, accounts }: Served, account = accounts.office) {
  const signIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  const cookie = signIn.headers.getSetCookie().map((one) => one.split(';')[0])
  const { csrfToken } = (await signIn.json()) as { csrfToken: string }
  return async (method: string, path: string, body?: object, version?: number): Promise<Answer> => {
    const form = body instanceof FormData
    const answer = await fetch(`${address}/api/${path}`, {
      method,
      headers: {
        cookie: cookie.join('; '),
        'x-csrf-token': csrfToken,
        'idempotency-key': crypto.randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(form || !body ? {} : { 'content-type': 'application/json' }),
      },
      body: form ? body : body ? JSON.stringify(body) : null,
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
}
