// Who may call what, written by hand and reviewed by hand. Every route of the server has one row; the
// test fails on a route without one. Columns: the status class each role gets inside its own province.
//
//   ok    the policy lets it through (the answer may still be 404 or 400 for other reasons)
//   401   not signed in   ·   403   signed in, not allowed

export type Verdict = 'ok' | '401' | '403'

export interface MatrixRow {
  route: string
  anonymous: Verdict
  reader: Verdict
  office: Verdict
  administrator: Verdict
}

const row = (
  route: string,
  anonymous: Verdict,
  reader: Verdict,
  office: Verdict,
  administrator: Verdict,
): MatrixRow => ({ route, anonymous, reader, office, administrator })

export const matrix: MatrixRow[] = [
  //                                                   nobody  reader office administrator
  row('GET /api/health', 'ok', 'ok', 'ok', 'ok'),
  row('GET /api/openapi.json', 'ok', 'ok', 'ok', 'ok'),
  row('GET /api/session', 'ok', 'ok', 'ok', 'ok'),
  row('POST /api/session', 'ok', 'ok', 'ok', 'ok'),
  row('DELETE /api/session', 'ok', 'ok', 'ok', 'ok'),
  row('PATCH /api/session', '401', 'ok', 'ok', 'ok'),
  row('PUT /api/session/password', '401', 'ok', 'ok', 'ok'),
  row('POST /api/setup', 'ok', 'ok', 'ok', 'ok'),
  row('GET /api/accounts', '401', '403', '403', 'ok'),
  row('POST /api/accounts', '401', '403', '403', 'ok'),
  row('PATCH /api/accounts/{id}', '401', '403', '403', 'ok'),
  row('GET /api/documents', '401', 'ok', 'ok', 'ok'),
  row('POST /api/documents', '401', '403', 'ok', '403'),
  row('GET /api/documents/{id}', '401', 'ok', 'ok', 'ok'),
  row('GET /api/documents/{id}/text', '401', 'ok', 'ok', 'ok'),
  row('GET /api/documents/{id}/original', '401', 'ok', 'ok', 'ok'),
  row('PATCH /api/documents/{id}', '401', '403', 'ok', '403'),
  row('POST /api/documents/{id}/read', '401', '403', 'ok', '403'),
  row('POST /api/documents/{id}/destroy', '401', '403', '403', 'ok'),
  row('GET /api/documents/{id}/findings', '401', 'ok', 'ok', 'ok'),
  row('GET /api/documents/{id}/reasons', '401', 'ok', 'ok', 'ok'),
  row('POST /api/documents/{id}/findings', '401', '403', 'ok', '403'),
  row('POST /api/documents/{id}/confirm-certain', '401', '403', 'ok', '403'),
  row('POST /api/findings/{id}/confirm', '401', '403', 'ok', '403'),
  row('POST /api/findings/{id}/reject', '401', '403', 'ok', '403'),
  row('POST /api/findings/{id}/undo', '401', '403', 'ok', '403'),
  row('GET /api/indicators', '401', 'ok', 'ok', 'ok'),
  row('GET /api/indicators/board', '401', 'ok', 'ok', 'ok'),
  row('GET /api/indicators/{id}', '401', 'ok', 'ok', 'ok'),
  row('POST /api/indicators', '401', '403', 'ok', '403'),
  row('PATCH /api/indicators/{id}', '401', '403', 'ok', '403'),
  row('GET /api/shortcomings', '401', 'ok', 'ok', 'ok'),
  row('GET /api/assignments', '401', 'ok', 'ok', 'ok'),
  row('GET /api/assignments/{id}', '401', 'ok', 'ok', 'ok'),
  row('PATCH /api/assignments/{id}', '401', '403', 'ok', '403'),
  row('GET /api/conferences', '401', 'ok', 'ok', 'ok'),
  row('GET /api/conferences/{id}', '401', 'ok', 'ok', 'ok'),
  row('PATCH /api/conferences/{id}', '401', '403', 'ok', '403'),
  row('GET /api/citations', '401', 'ok', 'ok', 'ok'),
  row('GET /api/lexicon', '401', 'ok', 'ok', 'ok'),
  row('POST /api/lexicon', '401', '403', 'ok', '403'),
  row('GET /api/lexicon/file', '401', 'ok', 'ok', 'ok'),
  row('POST /api/lexicon/file', '401', '403', 'ok', '403'),
  row('POST /api/lexicon/{id}/withdraw', '401', '403', 'ok', '403'),
  row('GET /api/search', '401', 'ok', 'ok', 'ok'),
  row('GET /api/record', '401', 'ok', 'ok', 'ok'),
  row('GET /api/record/verify', '401', '403', '403', 'ok'),
]
