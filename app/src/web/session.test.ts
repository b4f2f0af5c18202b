import { expect, test } from 'vitest'
import { allowed } from '../http/access.ts'
import { capabilitiesOf } from './session.tsx'

test.each(['administrator', 'office', 'reader'] as const)(
  'the screens offer a %s what the policy allows, no more and no less',
  (role) => {
    const may = allowed[role]
    expect(capabilitiesOf(role)).toEqual({
      work: may.has('finding.decide') && may.has('document.add') && may.has('register.edit'),
      manageAccounts: may.has('account.manage'),
      destroyDocuments: may.has('document.destroy'),
      verifyRecord: may.has('record.verify'),
    })
  },
)
