// Every screen by its address: one lazy line each. `nav` puts it into the navigation under the
// word of that name in texts.ts.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { offline } from './api.ts'
import type { Capabilities } from './session.tsx'
import type { vi } from './texts.ts'

export type NavName = keyof (typeof vi)['nav']

export interface ScreenRoute {
  /** As wouter writes it: `/documents/:id/review`. */
  path: string
  screen: LazyExoticComponent<ComponentType>
  nav?: NavName
  /** Shown only to those who may. */
  needs?: keyof Capabilities
  /** The screen takes the whole height and scrolls inside itself. */
  full?: boolean
}

const named = <M extends Record<string, unknown>, K extends keyof M>(
  load: () => Promise<M>,
  name: K,
) =>
  lazy(async () => {
    // Its script cannot be fetched: say that the server is away, not that something is broken.
    const screens = await load().catch(() => Promise.reject(offline()))
    return { default: screens[name] as ComponentType }
  })

export const routes: ScreenRoute[] = [
  {
    path: '/documents',
    nav: 'documents',
    screen: named(() => import('../registers/documents/DocumentList.tsx'), 'DocumentList'),
  },
  {
    path: '/documents/:id',
    screen: named(() => import('../registers/documents/DocumentPage.tsx'), 'DocumentPage'),
    full: true,
  },
  {
    path: '/documents/:id/review',
    screen: named(() => import('../reading/Review.tsx'), 'Review'),
    full: true,
  },
  {
    path: '/overview',
    nav: 'overview',
    screen: named(() => import('../registers/overview/OverviewPage.tsx'), 'OverviewPage'),
  },
  {
    path: '/overview/units',
    screen: named(() => import('../registers/overview/UnitsPage.tsx'), 'UnitsPage'),
  },
  {
    path: '/overview/units/:id',
    screen: named(() => import('../registers/overview/UnitPage.tsx'), 'UnitPage'),
  },
  {
    path: '/overview/indicators/:id',
    screen: named(() => import('../registers/overview/IndicatorUnits.tsx'), 'IndicatorUnits'),
  },
  {
    path: '/indicators',
    nav: 'indicators',
    screen: named(() => import('../registers/indicators/IndicatorBoard.tsx'), 'IndicatorBoard'),
  },
  {
    path: '/indicators/:id',
    screen: named(() => import('../registers/indicators/IndicatorPage.tsx'), 'IndicatorPage'),
  },
  {
    path: '/reports',
    nav: 'reports',
    needs: 'readReports',
    screen: named(() => import('../registers/reporting/ReportList.tsx'), 'ReportList'),
  },
  {
    path: '/reports/regimes',
    needs: 'readReports',
    screen: named(() => import('../registers/reporting/RegimePage.tsx'), 'RegimePage'),
  },
  {
    path: '/reports/grid',
    needs: 'acceptReports',
    screen: named(() => import('../registers/reporting/BulkGrid.tsx'), 'BulkGrid'),
  },
  {
    path: '/reports/synthesis',
    needs: 'acceptReports',
    screen: named(() => import('../registers/reporting/SynthesisPage.tsx'), 'SynthesisPage'),
  },
  {
    path: '/reports/:id',
    needs: 'readReports',
    screen: named(() => import('../registers/reporting/ReportPage.tsx'), 'ReportPage'),
  },
  {
    path: '/shortcomings',
    nav: 'shortcomings',
    screen: named(() => import('../registers/shortcomings/ShortcomingList.tsx'), 'ShortcomingList'),
  },
  {
    path: '/assignments',
    nav: 'assignments',
    screen: named(() => import('../registers/assignments/AssignmentList.tsx'), 'AssignmentList'),
  },
  {
    path: '/assignments/counts',
    screen: named(() => import('../registers/assignments/CountPage.tsx'), 'CountPage'),
  },
  {
    path: '/assignments/register',
    screen: named(() => import('../registers/assignments/RegisterPage.tsx'), 'RegisterPage'),
  },
  {
    path: '/assignments/deadlines',
    screen: named(() => import('../registers/assignments/DeadlinePage.tsx'), 'DeadlinePage'),
  },
  {
    path: '/my-conferences',
    nav: 'myConferences',
    screen: named(() => import('../registers/invitations/MyConferences.tsx'), 'MyConferences'),
  },
  {
    path: '/invitations/:id',
    screen: named(
      () => import('../registers/invitations/InvitationLetter.tsx'),
      'InvitationLetter',
    ),
  },
  {
    path: '/conferences',
    nav: 'conferences',
    screen: named(() => import('../registers/conferences/ConferenceList.tsx'), 'ConferenceList'),
  },
  {
    path: '/conferences/:id',
    screen: named(() => import('../registers/conferences/ConferencePage.tsx'), 'ConferencePage'),
  },
  {
    path: '/dossiers',
    nav: 'dossiers',
    needs: 'submitDossiers',
    screen: named(() => import('../registers/dossiers/OwnDossiers.tsx'), 'OwnDossiers'),
  },
  {
    path: '/papers/:id',
    screen: named(() => import('../registers/dossiers/PaperPage.tsx'), 'PaperPage'),
    full: true,
  },
  {
    path: '/papers/:id/compare',
    screen: named(() => import('../registers/dossiers/ComparePage.tsx'), 'ComparePage'),
  },
  {
    path: '/conferences/:id/chair',
    screen: named(() => import('../registers/sitting/ChairPage.tsx'), 'ChairPage'),
  },
  {
    path: '/conferences/:id/clerk',
    screen: named(() => import('../registers/sitting/ClerkPage.tsx'), 'ClerkPage'),
  },
  {
    path: '/notice-layouts',
    screen: named(() => import('../registers/notices/LayoutPage.tsx'), 'LayoutPage'),
  },
  {
    path: '/tablet',
    nav: 'tablet',
    screen: named(() => import('./offline/TabletPage.tsx'), 'TabletPage'),
  },
  {
    path: '/tablet/:id',
    screen: named(() => import('./offline/TabletPaper.tsx'), 'TabletPaper'),
  },
  {
    path: '/projects',
    nav: 'projects',
    screen: named(() => import('../registers/projects/ProjectList.tsx'), 'ProjectList'),
  },
  {
    path: '/projects/:id',
    screen: named(() => import('../registers/projects/ProjectPage.tsx'), 'ProjectPage'),
  },
  {
    path: '/rounds',
    nav: 'rounds',
    screen: named(() => import('../registers/rounds/RoundList.tsx'), 'RoundList'),
  },
  {
    path: '/rounds/:id',
    screen: named(() => import('../registers/rounds/RoundPage.tsx'), 'RoundPage'),
  },
  {
    path: '/matters/:id/opinions',
    screen: named(() => import('../registers/rounds/MatterOpinions.tsx'), 'MatterOpinions'),
  },
  {
    path: '/programme',
    nav: 'programme',
    screen: named(() => import('../registers/programme/ProgrammePage.tsx'), 'ProgrammePage'),
  },
  {
    path: '/instruments',
    nav: 'instruments',
    screen: named(() => import('../registers/instruments/InstrumentList.tsx'), 'InstrumentList'),
  },
  {
    path: '/instruments/:id',
    screen: named(() => import('../registers/instruments/InstrumentPage.tsx'), 'InstrumentPage'),
  },
  {
    path: '/inspections',
    nav: 'inspections',
    screen: named(() => import('../registers/inspections/InspectionList.tsx'), 'InspectionList'),
  },
  {
    path: '/inspections/:id',
    screen: named(() => import('../registers/inspections/InspectionPage.tsx'), 'InspectionPage'),
  },
  {
    path: '/citations',
    screen: named(() => import('../registers/instruments/CitationList.tsx'), 'CitationList'),
  },
  {
    path: '/bodies',
    nav: 'bodies',
    screen: named(() => import('../registers/organisations/BodyList.tsx'), 'BodyList'),
  },
  {
    path: '/bodies/:id',
    screen: named(() => import('../registers/organisations/BodyPage.tsx'), 'BodyPage'),
  },
  {
    path: '/people',
    nav: 'people',
    screen: named(() => import('../registers/persons/PersonList.tsx'), 'PersonList'),
  },
  {
    path: '/lexicon',
    nav: 'lexicon',
    needs: 'work',
    screen: named(() => import('../registers/lexicon/LexiconPage.tsx'), 'LexiconPage'),
  },
  {
    path: '/search',
    nav: 'search',
    screen: named(() => import('./search/SearchPage.tsx'), 'SearchPage'),
  },
  {
    path: '/record',
    nav: 'record',
    needs: 'readRecord',
    screen: named(() => import('../record/RecordPage.tsx'), 'RecordPage'),
  },
  {
    path: '/access-log',
    nav: 'accessLog',
    needs: 'readAccessLog',
    screen: named(() => import('../registers/accesslog/AccessLogPage.tsx'), 'AccessLogPage'),
  },
  {
    path: '/notifications',
    screen: named(() => import('../registers/mail/NotificationsPage.tsx'), 'NotificationsPage'),
  },
  {
    path: '/mails',
    nav: 'mails',
    needs: 'manageMail',
    screen: named(() => import('../registers/mail/MailPage.tsx'), 'MailPage'),
  },
  {
    path: '/accounts',
    nav: 'accounts',
    needs: 'manageAccounts',
    screen: named(() => import('../registers/people/AccountList.tsx'), 'AccountList'),
  },
  {
    path: '/accounts/codes',
    needs: 'manageAccounts',
    screen: named(() => import('../registers/people/CodeSheets.tsx'), 'CodeSheets'),
  },
  {
    path: '/accounts/:id/data',
    needs: 'exportPersons',
    screen: named(() => import('../registers/personal/PersonalDataPage.tsx'), 'PersonalDataPage'),
  },
  {
    path: '/account/data',
    screen: named(() => import('../registers/personal/PersonalDataPage.tsx'), 'PersonalDataPage'),
  },
  {
    path: '/account',
    screen: named(() => import('../registers/people/MyAccount.tsx'), 'MyAccount'),
  },
]

/** Where one begins: units at their reports, leaders and inspectors at what is late, all others at the documents. */
export function homeOf(can: Capabilities): string {
  if (!can.readReports || can.acceptReports) return '/documents'
  return can.enterReports ? '/reports' : '/overview'
}

/** The order of the navigation; a name without a route above is left out. */
export const navOrder: NavName[] = [
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

/** The search palette that Ctrl+K opens anywhere; loaded when first asked for. */
export const SearchPalette: LazyExoticComponent<ComponentType<{ onClose: () => void }>> | null =
  lazy(async () => ({ default: (await import('./search/SearchPalette.tsx')).SearchPalette }))
