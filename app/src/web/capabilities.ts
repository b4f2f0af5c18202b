// What an account may do somewhere, as far as screens ask, and where it begins. Without anything that draws.
export interface Capabilities {
  /** Confirm, reject and edit findings; fill in assignments and the other registers. */
  work: boolean
  /** Bring documents in, for some body. */
  addDocuments: boolean
  /** Bring papers into dossiers, for some body. */
  submitDossiers: boolean
  readReports: boolean
  /** Fill in reports of some unit. */
  enterReports: boolean
  /** Take reports of units for the office. */
  acceptReports: boolean
  readRecord: boolean
  readHistory: boolean
  manageAccounts: boolean
  destroyDocuments: boolean
  verifyRecord: boolean
  exportRecord: boolean
  manageBodies: boolean
  managePeople: boolean
  readAccessLog: boolean
  exportPersons: boolean
  manageMail: boolean
  /** Plan conferences and the work programme, for some body. */
  planConferences: boolean
  /** Give tasks, set how they are counted, report on them. */
  manageTasks: boolean
}

/** What to offer on the screens, from the actions that the server's policy allows somewhere. */
export function capabilitiesOf(may: readonly string[] = []): Capabilities {
  return {
    work: may.includes('finding.decide') && may.includes('register.edit'),
    addDocuments: may.includes('document.add'),
    submitDossiers: may.includes('dossier.submit'),
    readReports: may.includes('report.read'),
    enterReports: may.includes('report.enter'),
    acceptReports: may.includes('report.accept'),
    readRecord: may.includes('record.read'),
    readHistory: may.includes('history.read'),
    manageAccounts: may.includes('account.manage'),
    destroyDocuments: may.includes('document.destroy'),
    verifyRecord: may.includes('record.verify'),
    exportRecord: may.includes('record.export'),
    manageBodies: may.includes('organisation.manage'),
    managePeople: may.includes('person.manage'),
    readAccessLog: may.includes('access.read'),
    exportPersons: may.includes('person.export'),
    manageMail: may.includes('mail.manage'),
    planConferences: may.includes('conference.plan'),
    manageTasks: may.includes('assignment.manage'),
  }
}

/** Where one begins: units at their reports, leaders and inspectors at what is late, all others at the documents. */
export function homeOf(can: Capabilities): string {
  if (!can.readReports || can.acceptReports) return '/documents'
  return can.enterReports ? '/reports' : '/overview'
}
