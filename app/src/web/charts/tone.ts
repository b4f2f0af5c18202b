// How something stands, by sign and colour: the five classes that every screen, chart and printed page share.

export type Tone = 'good' | 'warn' | 'bad' | 'none' | 'neutral'

/** ● on track, ▲ needs attention, ■ late, ○ nothing yet, ◇ not judged. */
export const signs: Record<Tone, string> = {
  good: '●',
  warn: '▲',
  bad: '■',
  none: '○',
  neutral: '◇',
}

/** For a picture that leaves the page: ground and ink, far apart for every eye and in grey. */
export const tonePaper: Record<Tone, { ground: string; ink: string }> = {
  good: { ground: '#e4effa', ink: '#0b63b0' },
  warn: { ground: '#fdf3dc', ink: '#6b4700' },
  bad: { ground: '#fbe9e7', ink: '#8c1d18' },
  none: { ground: '#ffffff', ink: '#54616c' },
  neutral: { ground: '#f0f3f4', ink: '#17212b' },
}
