// Where a session comes from, as its owner recognises it: "Chrome, Windows" in the network "113.160.7.x".
// Versions and whole addresses are not kept: they tell more about a person than the list needs.

const browsers: [RegExp, string][] = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (list: [RegExp, string][], text: string): string | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1]

/** Browser and system of a User-Agent header; '' where neither is known. */
export function deviceOf(userAgent: string): string {
  const known = userAgent.slice(0, 500)
  return [nameIn(browsers, known), nameIn(systems, known)].filter(Boolean).join(', ')
}

/** A network address without its last part: an IPv4 one by its first three, an IPv6 one by its /48. */
export function shortened(address: string): string {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address.replace(/\d+$/, 'x')
  if (!address.includes(':')) return address.slice(0, 60)
  const groups = address.split('::')[0]?.split(':').filter(Boolean) ?? []
  return `${groups.slice(0, 3).join(':')}::`
}

/**
 * One household or office, as attempts are counted: an IPv4 address, or the first half of an IPv6 one
 * (a customer is given a whole /64).
 */
export function networkOf(address: string): string {
  const plain = address.slice(0, 60).replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':')
  return tail === undefined || groups.length >= 4
    ? `${groups.slice(0, 4).join(':')}::`
    : `${head}::`
}
