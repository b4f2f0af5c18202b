import { expect, test } from 'vitest'
import { type Action, allowed, roles } from '../http/access.ts'
import { type Capabilities, capabilitiesOf, homeOf } from './capabilities.ts'

/** Capability of the screens → the actions of the policy that it needs. */
const needs: Record<keyof Capabilities, Action[]> = {
  work: ['finding.decide', 'register.edit'],
  addDocuments: ['document.add'],
  submitDossiers: ['dossier.submit'],
  readReports: ['report.read'],
  enterReports: ['report.enter'],
  acceptReports: ['report.accept'],
  readRecord: ['record.read'],
  readHistory: ['history.read'],
  manageAccounts: ['account.manage'],
  destroyDocuments: ['document.destroy'],
  verifyRecord: ['record.verify'],
  exportRecord: ['record.export'],
  manageBodies: ['organisation.manage'],
  managePeople: ['person.manage'],
  readAccessLog: ['access.read'],
  exportPersons: ['person.export'],
  manageMail: ['mail.manage'],
  planConferences: ['conference.plan'],
  manageTasks: ['assignment.manage'],
}

test.each(roles)('the screens offer a %s what the policy allows, no more and no less', (role) => {
  const wanted = Object.entries(needs).map(([name, actions]) => [
    name,
    actions.every((action) => allowed[role].has(action)),
  ])
  expect(capabilitiesOf([...allowed[role]])).toEqual(Object.fromEntries(wanted))
})

test('units begin at their reports, leaders and inspectors at what is late, all others at the documents', () => {
  const homes = Object.fromEntries(
    roles.map((role) => [role, homeOf(capabilitiesOf([...allowed[role]]))]),
  )
  const [documents, overview, reports] = ['/documents', '/overview', '/reports']
  expect(homes).toEqual({
    ...{ administrator: documents, office: documents, officeHead: documents },
    ...{ publisher: documents, reader: documents, leader: overview, inspector: overview },
    ...{ departmentOfficer: reports, departmentHead: reports },
    ...{ communeOfficer: reports, communeHead: reports },
  })
})
