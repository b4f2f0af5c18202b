// The bullet line on the screen.
import './charts.css'
import { useMemo } from 'react'
import { type BulletOptions, type BulletValues, bulletSvg } from './bullet.ts'

type BulletProps = Omit<BulletOptions, 'palette'> & { values: BulletValues }

export function Bullet({ values, width, height, title }: BulletProps) {
  const svg = useMemo(
    () => bulletSvg(values, { width, height, title }),
    [values, width, height, title],
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every text in it is escaped
  return <div className="trend" dangerouslySetInnerHTML={{ __html: svg }} />
}
