// A further province, added on the machine of the server.
import { openEverything } from '../app/src/boot.ts'
import { transaction } from '../app/src/database/open.ts'
import { systemActor } from '../app/src/http/access.ts'
import { addProvince as add } from '../app/src/registers/people/provinces.ts'
import { addAccount } from '../app/src/registers/people/store.ts'
import { startServer, type TestAccount, type TestServer } from './server.ts'

/** Adds the province with an office account; the server that goes on afterwards. */
export async function addProvince(
  server: TestServer,
  name: string,
  account: TestAccount,
): Promise<TestServer> {
  await server.stop()
  const { database, close } = await openEverything({ dataFolder: server.folder, databaseUrl: null })
  await transaction(database, async (tx) => {
    const province = await add(tx, name)
    const actor = systemActor(province.province_id)
    await addAccount(tx, actor, { ...account, name: 'Ngô Văn Phòng', role: 'office' })
  })
  await close()
  return startServer({ folder: server.folder })
}
