// The medium-term plan of a project: what was given for several years, with its changes, and what single years took of it.
import { useTexts } from '../../web/language.tsx'
import { useMoney } from './AmountField.tsx'
import type { ProjectView } from './contract.ts'
import { Plans } from './MoneySection.tsx'
import { givenWithin } from './project.ts'
import { en, vi } from './texts.ts'

export function MediumSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const plans = project.plans.filter((one) => one.fromYear < one.toYear)
  if (plans.length === 0 && !project.mayManage) return null
  const terms = givenWithin(project.plans)
  return (
    <section className="register-section" aria-labelledby="project-medium">
      <h2 id="project-medium">{t.money.medium}</h2>
      <Plans project={project} plans={plans} add={t.money.addMedium} several />
      {terms.map(({ fromYear, toYear, authority, whole, given }) => (
        <p key={`${fromYear} ${toYear} ${authority}`}>
          {t.money.within({
            years: `${fromYear}–${toYear}`,
            authority: t.authorities[authority],
            given: money.millions(given),
            whole: money.millions(whole),
            share: money.share(given, whole),
          })}
        </p>
      ))}
    </section>
  )
}
