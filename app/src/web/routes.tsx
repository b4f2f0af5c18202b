// Every screen by its address: one line each, its scripts come when it is opened. `nav` puts it into the navigation under the
// word of that name in texts.ts.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Capabilities } from './capabilities.ts'
import { type Screen, screen } from './screen.tsx'
import type { vi } from './texts.ts'

export type NavName = keyof (typeof vi)['nav']

export interface ScreenRoute {
  /** As wouter writes it: `/documents/:id/review`. */
  path: string
  screen: Screen
  nav?: NavName
  /** Shown only to those who may. */
  needs?: keyof Capabilities
  /** The screen takes the whole height and scrolls inside itself. */
  full?: boolean
}

export const routes: ScreenRoute[] = [
  {
    path: '/documents',
    nav: 'documents',
    screen: screen(() => import('../registers/documents/DocumentList.tsx'), 'DocumentList'),
  },
  {
    path: '/documents/:id',
    screen: screen(() => import('../registers/documents/DocumentPage.tsx'), 'DocumentPage'),
    full: true,
  },
  {
    path: '/documents/:id/review',
    screen: screen(() => import('../reading/Review.tsx'), 'Review'),
    full: true,
  },
  {
    path: '/overview',
    nav: 'overview',
    screen: screen(() => import('../registers/overview/OverviewPage.tsx'), 'OverviewPage'),
  },
  {
    path: '/overview/units',
    screen: screen(() => import('../registers/overview/UnitsPage.tsx'), 'UnitsPage'),
  },
  {
    path: '/overview/units/:id',
    screen: screen(() => import('../registers/overview/UnitPage.tsx'), 'UnitPage'),
  },
  {
    path: '/overview/indicators/:id',
    screen: screen(() => import('../registers/overview/IndicatorUnits.tsx'), 'IndicatorUnits'),
  },
  {
    path: '/indicators',
    nav: 'indicators',
    screen: screen(() => import('../registers/indicators/IndicatorBoard.tsx'), 'IndicatorBoard'),
  },
  {
    path: '/indicators/:id',
    screen: screen(() => import('../registers/indicators/IndicatorPage.tsx'), 'IndicatorPage'),
  },
  {
    path: '/reports',
    nav: 'reports',
    needs: 'readReports',
    screen: screen(() => import('../registers/reporting/ReportList.tsx'), 'ReportList'),
  },
  {
    path: '/reports/regimes',
    needs: 'readReports',
    screen: screen(() => import('../registers/reporting/RegimePage.tsx'), 'RegimePage'),
  },
  {
    path: '/reports/grid',
    needs: 'acceptReports',
    screen: screen(() => import('../registers/reporting/BulkGrid.tsx'), 'BulkGrid'),
  },
  {
    path: '/reports/synthesis',
    needs: 'acceptReports',
    screen: screen(() => import('../registers/reporting/SynthesisPage.tsx'), 'SynthesisPage'),
  },
  {
    path: '/reports/:id',
    needs: 'readReports',
    screen: screen(() => import('../registers/reporting/ReportPage.tsx'), 'ReportPage'),
  },
  {
    path: '/shortcomings',
    nav: 'shortcomings',
    screen: screen(
      () => import('../registers/shortcomings/ShortcomingList.tsx'),
      'ShortcomingList',
    ),
  },
  {
    path: '/assignments',
    nav: 'assignments',
    screen: screen(() => import('../registers/assignments/AssignmentList.tsx'), 'AssignmentList'),
  },
  {
    path: '/assignments/counts',
    screen: screen(() => import('../registers/assignments/CountPage.tsx'), 'CountPage'),
  },
  {
    path: '/assignments/register',
    screen: screen(() => import('../registers/assignments/RegisterPage.tsx'), 'RegisterPage'),
  },
  {
    path: '/assignments/deadlines',
    screen: screen(() => import('../registers/assignments/DeadlinePage.tsx'), 'DeadlinePage'),
  },
  {
    path: '/my-conferences',
    nav: 'myConferences',
    screen: screen(() => import('../registers/invitations/MyConferences.tsx'), 'MyConferences'),
  },
  {
    path: '/invitations/:id',
    screen: screen(
      () => import('../registers/invitations/InvitationLetter.tsx'),
      'InvitationLetter',
    ),
  },
  {
    path: '/conferences',
    nav: 'conferences',
    screen: screen(() => import('../registers/conferences/ConferenceList.tsx'), 'ConferenceList'),
  },
  {
    path: '/conferences/:id',
    screen: screen(() => import('../registers/conferences/ConferencePage.tsx'), 'ConferencePage'),
  },
  {
    path: '/dossiers',
    nav: 'dossiers',
    needs: 'submitDossiers',
    screen: screen(() => import('../registers/dossiers/OwnDossiers.tsx'), 'OwnDossiers'),
  },
  {
    path: '/papers/:id',
    screen: screen(() => import('../registers/dossiers/PaperPage.tsx'), 'PaperPage'),
    full: true,
  },
  {
    path: '/papers/:id/compare',
    screen: screen(() => import('../registers/dossiers/ComparePage.tsx'), 'ComparePage'),
  },
  {
    path: '/conferences/:id/chair',
    screen: screen(() => import('../registers/sitting/ChairPage.tsx'), 'ChairPage'),
  },
  {
    path: '/conferences/:id/clerk',
    screen: screen(() => import('../registers/sitting/ClerkPage.tsx'), 'ClerkPage'),
  },
  {
    path: '/notice-layouts',
    screen: screen(() => import('../registers/notices/LayoutPage.tsx'), 'LayoutPage'),
  },
  {
    path: '/tablet',
    nav: 'tablet',
    screen: screen(() => import('./offline/TabletPage.tsx'), 'TabletPage'),
  },
  {
    path: '/tablet/:id',
    screen: screen(() => import('./offline/TabletPaper.tsx'), 'TabletPaper'),
  },
  {
    path: '/projects',
    nav: 'projects',
    screen: screen(() => import('../registers/projects/ProjectList.tsx'), 'ProjectList'),
  },
  {
    path: '/projects/:id',
    screen: screen(() => import('../registers/projects/ProjectPage.tsx'), 'ProjectPage'),
  },
  {
    path: '/rounds',
    nav: 'rounds',
    screen: screen(() => import('../registers/rounds/RoundList.tsx'), 'RoundList'),
  },
  {
    path: '/rounds/:id',
    screen: screen(() => import('../registers/rounds/RoundPage.tsx'), 'RoundPage'),
  },
  {
    path: '/matters/:id/opinions',
    screen: screen(() => import('../registers/rounds/MatterOpinions.tsx'), 'MatterOpinions'),
  },
  {
    path: '/programme',
    nav: 'programme',
    screen: screen(() => import('../registers/programme/ProgrammePage.tsx'), 'ProgrammePage'),
  },
  {
    path: '/instruments',
    nav: 'instruments',
    screen: screen(() => import('../registers/instruments/InstrumentList.tsx'), 'InstrumentList'),
  },
  {
    path: '/instruments/:id',
    screen: screen(() => import('../registers/instruments/InstrumentPage.tsx'), 'InstrumentPage'),
  },
  {
    path: '/inspections',
    nav: 'inspections',
    screen: screen(() => import('../registers/inspections/InspectionList.tsx'), 'InspectionList'),
  },
  {
    path: '/inspections/:id',
    screen: screen(() => import('../registers/inspections/InspectionPage.tsx'), 'InspectionPage'),
  },
  {
    path: '/citations',
    screen: screen(() => import('../registers/instruments/CitationList.tsx'), 'CitationList'),
  },
  {
    path: '/bodies',
    nav: 'bodies',
    screen: screen(() => import('../registers/organisations/BodyList.tsx'), 'BodyList'),
  },
  {
    path: '/bodies/:id',
    screen: screen(() => import('../registers/organisations/BodyPage.tsx'), 'BodyPage'),
  },
  {
    path: '/people',
    nav: 'people',
    screen: screen(() => import('../registers/persons/PersonList.tsx'), 'PersonList'),
  },
  {
    path: '/lexicon',
    nav: 'lexicon',
    needs: 'work',
    screen: screen(() => import('../registers/lexicon/LexiconPage.tsx'), 'LexiconPage'),
  },
  {
    path: '/search',
    nav: 'search',
    screen: screen(() => import('./search/SearchPage.tsx'), 'SearchPage'),
  },
  {
    path: '/record',
    nav: 'record',
    needs: 'readRecord',
    screen: screen(() => import('../record/RecordPage.tsx'), 'RecordPage'),
  },
  {
    path: '/access-log',
    nav: 'accessLog',
    needs: 'readAccessLog',
    screen: screen(() => import('../registers/accesslog/AccessLogPage.tsx'), 'AccessLogPage'),
  },
  {
    path: '/notifications',
    screen: screen(() => import('../registers/mail/NotificationsPage.tsx'), 'NotificationsPage'),
  },
  {
    path: '/mails',
    nav: 'mails',
    needs: 'manageMail',
    screen: screen(() => import('../registers/mail/MailPage.tsx'), 'MailPage'),
  },
  {
    path: '/accounts',
    nav: 'accounts',
    needs: 'manageAccounts',
    screen: screen(() => import('../registers/people/AccountList.tsx'), 'AccountList'),
  },
  {
    path: '/accounts/codes',
    needs: 'manageAccounts',
    screen: screen(() => import('../registers/people/CodeSheets.tsx'), 'CodeSheets'),
  },
  {
    path: '/accounts/:id/data',
    needs: 'exportPersons',
    screen: screen(() => import('../registers/personal/PersonalDataPage.tsx'), 'PersonalDataPage'),
  },
  {
    path: '/account/data',
    screen: screen(() => import('../registers/personal/PersonalDataPage.tsx'), 'PersonalDataPage'),
  },
  {
    path: '/account',
    screen: screen(() => import('../registers/people/MyAccount.tsx'), 'MyAccount'),
  },
]

/** The order of the navigation; a name without a route above is left out. */
const navOrder: NavName[] = [
  'documents',
  'overview',
  'indicators',
  'reports',
  'projects',
  'shortcomings',
  'assignments',
  'myConferences',
  'programme',
  'conferences',
  'dossiers',
  'tablet',
  'rounds',
  'instruments',
  'inspections',
  'bodies',
  'people',
  'lexicon',
  'search',
  'record',
  'accessLog',
  'mails',
  'accounts',
]

/** The lines of the navigation, in order, for somebody who may that much. */
export const navigationOf = (
  can: Capabilities,
): { name: NavName; path: string; screen: Screen }[] =>
  navOrder.flatMap((name) => {
    const route = routes.find((one) => one.nav === name && (!one.needs || can[one.needs]))
    return route ? [{ name, path: route.path, screen: route.screen }] : []
  })

/** The search palette that Ctrl+K opens anywhere; loaded when first asked for. */
export const SearchPalette: LazyExoticComponent<ComponentType<{ onClose: () => void }>> | null =
  lazy(async () => ({ default: (await import('./search/SearchPalette.tsx')).SearchPalette }))
