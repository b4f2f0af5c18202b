// Which screen an address is of, and which scripts that screen is made of, as the build wrote it into the page.

interface Written {
  files: string[]
  /** Places in `files`, by address as in routes.tsx; `door` is the sign-in page, `upload` what takes files. */
  screens: Record<string, number[]>
}

/** The values of the parameters of `pattern` where the address is one of it; else null. */
export function matched(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const values: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':') && value) values[part.slice(1)] = value
    else if (part !== value) return null
  }
  return values
}

/** The scripts of a screen beside the entry; none where the page was not built. */
export function screenFiles(path: string): string[] {
  const text = document.getElementById('screens')?.textContent
  if (!text) return []
  const { files, screens } = JSON.parse(text) as Written
  const pattern = Object.keys(screens).find((one) => matched(one, path))
  return (screens[pattern ?? ''] ?? []).map((index) => `/assets/${files[index]}`)
}
