// One's own account: what it may do, language and appearance.
import { Link } from 'wouter'
import { useTexts } from '../../web/language.tsx'
import { RoleNames } from '../../web/RoleNames.tsx'
import { LanguageSwitch, ThemeChoice } from '../../web/Shell.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { en as personalEn, vi as personalVi } from '../personal/texts.ts'
import './account.css'
import { CalendarFeed } from '../calendar/CalendarFeed.tsx'
import { OwnWish } from '../mail/OwnWish.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { OwnGrants } from './OwnGrants.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { en, vi } from './texts.ts'

export function MyAccount() {
  const t = useTexts(vi, en).mine
  const personal = useTexts(personalVi, personalEn)
  const shared = useTexts(sharedVi, sharedEn)
  const { session } = useSession()
  const account = session.account
  if (!account) return null
  return (
    <div className="page narrow">
      <PageHead
        title={t.title}
        intro={account.name}
        actions={<AccessButton kind="account" id={account.id} of={account.name} />}
      />
      <div className="panel padded stack">
        <dl className="account-facts">
          <dt>{t.address}</dt>
          <dd>{account.address}</dd>
          <dt>{t.province}</dt>
          <dd>{session.province?.name}</dd>
          <dt>{t.role}</dt>
          <dd>
            <RoleNames roles={account.roles} />
          </dd>
          <dt>{shared.language}</dt>
          <dd>
            <LanguageSwitch />
          </dd>
        </dl>
        <ThemeChoice />
      </div>
      <OwnGrants />
      <ChangePassword />
      <SecondFactor />
      <OwnSessions />
      <OwnWish />
      <CalendarFeed />
      <p>
        <Link href="/account/data">{personal.link}</Link>
      </p>
    </div>
  )
}
