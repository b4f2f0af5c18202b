// Many who ask for the same at once are answered together. Nobody is given what was looked up before they asked.

/**
 * Looks up keys in turns: a key that is asked for while nothing is looked up is looked up at once; those asked
 * for meanwhile wait, and are then looked up together, each once. Where a turn fails, all in it fail.
 */
export function together<K, V>(
  lookUp: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V> {
  interface Turn {
    keys: Set<K>
    found: Promise<ReadonlyMap<K, V>>
    begin(): void
  }
  let waiting: Turn | null = null
  let busy = false

  function newTurn(): Turn {
    const { promise, resolve } = Promise.withResolvers<void>()
    const keys = new Set<K>()
    return { keys, found: promise.then(() => lookUp([...keys])), begin: resolve }
  }

  function next(): void {
    const turn = waiting
    waiting = null
    busy = turn !== null
    if (!turn) return
    turn.begin()
    turn.found.then(next, next)
  }

  return async (key) => {
    waiting ??= newTurn()
    const { found, keys } = waiting
    keys.add(key)
    if (!busy) next()
    return (await found).get(key) as V
  }
}
