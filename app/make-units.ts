// Writes units-2026.tsv from the JSON of the public list (see its licence beside): code of the
// province, code of the unit, name, what it was formed from. Run once a release of that list:
// `node app/make-units.ts FILE`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'

interface Listed {
  source: string
  provinces: {
    code: string
    units: { code: string; name: string; formedFrom: string | null }[]
  }[]
}

const listed = JSON.parse(readFileSync(argv[2] ?? '', 'utf8')) as Listed
const oneLine = (text: string | null): string =>
  (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
const rows = listed.provinces.flatMap(({ code, units }) =>
  units.map((unit) => {
    const name = oneLine(unit.name)
    // One name of the list begins in lower case.
    const proper = name.charAt(0).toUpperCase() + name.slice(1)
    return [code, unit.code, proper, oneLine(unit.formedFrom)].join('\t')
  }),
)
const head = `# ${oneLine(listed.source)}\n# province\tcode\tname\tformed from (unverified)\n`
writeFileSync(
  join(import.meta.dirname, 'src/registers/organisations/reference/units-2026.tsv'),
  `${head}${rows.join('\n')}\n`,
)
