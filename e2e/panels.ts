// On which screens stands the panel "who may do what here, and why": on every screen of one record, the record of
// the province and the access log; here is why the others have none.

/** Screens of one thing whose panel stands elsewhere, or is nobody's to ask. */
export const panelElsewhere: Readonly<Record<string, string>> = {
  '/documents/:id/review': 'on the page of the document',
  '/overview/units/:id': 'a view of figures; on the page of the body',
  '/overview/indicators/:id': 'a view of figures; on the page of the indicator',
  '/papers/:id/compare': 'two versions of a paper; on its page',
  '/conferences/:id/chair': 'on the page of the conference, which stays open beside it',
  '/conferences/:id/clerk': 'on the page of the conference, which stays open beside it',
  '/tablet/:id': 'kept in this browser, for its owner alone; on the page of the paper',
  '/accounts/:id/data': 'what is held on a person; with the account',
}

/** Screens without an id on which it stands as well. */
const alsoOn = ['/record', '/access-log', '/account']

/** Whether a screen must have the panel. */
export const panelAt = (route: string): 'here' | 'elsewhere' =>
  alsoOn.includes(route) || (route.includes(':id') && !(route in panelElsewhere))
    ? 'here'
    : 'elsewhere'
