// A process that sends what is due once: for tests that kill it in the middle. Its argument is JSON: how the
// database is reached, and the settings.
import { openDatabase } from '../src/database/open.ts'
import { sendDue } from '../src/post/send.ts'

const { connection, settings } = JSON.parse(process.argv[2] ?? '')
const database = openDatabase(connection)
process.stdout.write(`${JSON.stringify(await sendDue(database, settings))}\n`)
await database.close()
