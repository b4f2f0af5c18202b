// Work that takes long and comes again, kept by the text it was done for.

/** Keeps what was made for the last few texts: what was used last is dropped last. */
export function lastFew<T>(most: number): (text: string, make: () => T) => T {
  const kept = new Map<string, { made: T }>()
  return (text, make) => {
    const one = kept.get(text) ?? { made: make() }
    kept.delete(text)
    kept.set(text, one)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return one.made
  }
}
