// The S-curve of a year: committed and disbursed, against what was given. Its figures stand in the table below it.
import '../../web/charts/charts.css'
import { cumulativeSvg } from '../../web/charts/cumulative.ts'
import { roomFor } from '../../web/charts/room.ts'
import { useTexts } from '../../web/language.tsx'
import { authorities } from '../indicators/target.ts'
import { useMoney } from './AmountField.tsx'
import type { ProjectView } from './contract.ts'
import { type MonthKind, monthEnds, reachedBy } from './project.ts'
import { en, vi } from './texts.ts'

export function Curve({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const { year, months, planned } = project
  const ends = monthEnds(year)
  const values = (kind: MonthKind) =>
    ends.map((until) =>
      months.some(
        (one) =>
          one.kind === kind && one.year === year && one.until === until && one.amount !== null,
      )
        ? reachedBy(months, kind, year, until)
        : null,
    )
  const svg = cumulativeSvg(
    [
      { name: t.monthKinds.committed, look: 'dashed', values: values('committed') },
      { name: t.monthKinds.disbursed, look: 'solid', values: values('disbursed') },
    ],
    {
      ...{ width: roomFor(720, window.innerWidth), height: 260, title: t.months.curve(year) },
      labels: ends.map((until) => `${Number(until.slice(5, 7))}`),
      levels: authorities.flatMap((one) => {
        const value = planned[one]
        return value === null ? [] : [{ name: t.authorities[one], value }]
      }),
      formatValue: money.millions,
    },
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every text in it is escaped
  const drawing = <div className="trend" dangerouslySetInnerHTML={{ __html: svg }} />
  return (
    <figure className="trend-figure">
      {drawing}
      <figcaption className="muted">{t.months.curveLegend}</figcaption>
    </figure>
  )
}
