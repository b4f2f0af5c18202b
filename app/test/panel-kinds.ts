// The kinds of records whose panel access.db.test.ts looks at; everything.db.test.ts looks at all others.
import type { RecordKind } from '../src/http/explain.ts'

export const kinds: readonly RecordKind[] = [
  ...(['document', 'assignment', 'conference', 'heldConference', 'shortcoming'] as const),
  ...(['indicator', 'organisation', 'person', 'term', 'account', 'sessionItem'] as const),
  ...(['programme', 'round', 'instrument', 'inspection', 'project'] as const),
]
