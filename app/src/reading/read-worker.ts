// The worker thread of apart.ts: one text in, its findings out.
import { parentPort } from 'node:worker_threads'
import { lexiconOf } from './extended.ts'
import { readText } from './found.ts'

interface Task {
  text: string
  name: string
  date: string | null
  lexicon: string
  trace: boolean
}

parentPort?.on('message', ({ text, name, date, lexicon, trace }: Task) => {
  parentPort?.postMessage(readText(text, name, date, lexiconOf(lexicon), trace))
})
