// Changes of a dossier: whatever shows it is fetched anew.
import { useSaved } from '../../web/useSaved.ts'

/** A change that says `words` when it went well, then goes on with `onDone`. */
export const useDossierChange = <T,>(send: () => Promise<T>, words: string, onDone: () => void) =>
  useSaved({ send, words, onDone, keys: ['conferences', 'dossiers', 'papers', 'documents'] })
