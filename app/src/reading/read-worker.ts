// The worker thread of apart.ts: one text in, its findings out.
import { parentPort } from 'node:worker_threads'
import { readText } from './found.ts'

parentPort?.on(
  'message',
  ({ text, name, date }: { text: string; name: string; date: string | null }) => {
    parentPort?.postMessage(readText(text, name, date))
  },
)
