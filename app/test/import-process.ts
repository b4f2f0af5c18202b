// A process that brings figures in and stops for good at the moment that it is told, for whoever kills it:
//   node import-process.ts '{"connection":…,"provinceId":1,"address":…,"rows":…,"stop":"rows"}'
import { argv, stdout } from 'node:process'
import { openDatabase } from '../src/database/open.ts'
import { importFigures } from '../src/registers/indicators/figure-import-store.ts'
import { actorByAddress } from '../src/registers/people/store.ts'

const { connection, provinceId, address, rows, stop } = JSON.parse(argv[2] ?? '')
const database = openDatabase(connection)
const actor = await actorByAddress(database.db, provinceId, address)
if (!actor) throw new Error('no account')

async function* chunks() {
  yield rows.slice(0, 5)
  yield rows.slice(5)
}

await importFigures(
  database,
  actor,
  chunks(),
  { name: 'nap.csv', sha256: 'ab'.repeat(32) },
  {
    tell(done) {
      const last = 'written' in done && done.written === done.of
      const where =
        'rows' in done ? 'rows' : 'asked' in done ? 'asked' : last ? 'versions' : 'places'
      if (where !== stop) return
      stdout.write(`${where}\n`)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
  },
)
