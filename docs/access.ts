// Writes docs/access.md from the policy: `node docs/access.ts`.
// A test (app/test/catalogue.test.ts) holds the page against the tables of app/src/http/access.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import {
  actionNames,
  actions,
  allowed,
  factorActions,
  insiders,
  needsSecondFactor,
  roles,
} from '../app/src/http/access.ts'
import { recordKinds } from '../app/src/http/explain.ts'
import { cellCounts, everybody, everyPaper, strangerRoles } from '../app/test/access-cells.ts'
import { matrix } from '../app/test/access-matrix.ts'

export const accessPath = join(import.meta.dirname, 'access.md')

const reachWords = {
  signedIn: 'oneself',
  province: 'any body',
  body: 'the record’s body',
  heir: 'the record’s body or heir',
} as const

/** Cells of the matrix as rows: which, how many let somebody through, how many refuse. */
function cellRows(): string {
  const { routes, documents, otherProvince } = cellCounts()
  const number = new Intl.NumberFormat('en')
  const asked = everybody.length
  const rows = [
    [`${matrix.length} routes × ${asked} people and nobody`, routes],
    [`routes of a document × ${asked} people × ${everyPaper.length} kinds of documents`, documents],
    [`routes with an id × ${strangerRoles.length} people of another province`, otherProvince],
  ] as const
  const all = rows.map(([, counts]) => counts)
  const sum = {
    allowed: all.reduce((so, one) => so + one.allowed, 0),
    refused: all.reduce((so, one) => so + one.refused, 0),
  }
  return [...rows, ['**all**', sum] as const]
    .map(
      ([what, { allowed, refused }]) =>
        `| ${what} | ${number.format(allowed)} | ${number.format(refused)} |`,
    )
    .join('\n')
}

/** The page: what each role may do, how far, and who reads which document. */
export function accessText(): string {
  const head = `| action | reach | ${roles.join(' | ')} |`
  const rule = `|---|---|${roles.map(() => '---').join('|')}|`
  const rows = actionNames
    .filter((action) => action !== 'province.add')
    .map((action) => {
      const cells = roles.map((role) =>
        actions[action] === 'signedIn' || allowed[role].has(action) ? '✓' : '',
      )
      return `| ${action} | ${reachWords[actions[action]]} | ${cells.join(' | ')} |`
    })
  return `# Who may do what

Made by \`node docs/access.ts\` from \`app/src/http/access.ts\`, the one policy that every store function asks. What is not listed is
denied. \`app/test/access.db.test.ts\` asks every route of the server as every role and compares with a table written by hand
(\`app/test/access-matrix.ts\`), and counts. The numbers here are those of the table; the test fails where it counts others on HTTP, and
where a route answers nobody or a role is answered nowhere.

| cells, each one answer on HTTP | let through | refused |
|---|---:|---:|
${cellRows()}

Relations and states: a right in the province and in one body, the account without a right, nobody; documents of ${everyPaper.length} kinds (own, below,
above, beside, of the office, of bodies that ended; each level); the other province. What a conference opens to whom, in every state, is asked
by the tests of dossiers, invitations, rounds and papers beside the code.

## Rights

An **account** signs in; a **person** holds posts; a **grant** gives one account one role in one body from a day to a day. They are
three things: a person may hold posts without an account, and leaving a post (the membership that a grant hangs on) ends the grant.
A grant counts from its first to its last day in Vietnam, and stops at once when it is ended, when its account is closed, or when the
grant it was delegated from stops. Rights in two bodies are looked at one by one for each record and never added up.

**Delegation** (\`grant.delegate\`): the holder lets another account stand in, with the same role in the same body, until a day and with a
reason; it goes no further and can be taken back at any time. Everything is on record, with both names on the screens.

## Actions

Reach: *oneself*: about one’s own session and account. *Any body*: a grant anywhere in the province is enough; what is then seen depends on
the level of each document. *The record’s body*: the grant must be in the body that the record belongs to, or in one above it
(administrative and party trees, today; the tree of a sector gives no rights); records of the province itself (registers, accounts,
documents of the office) need a grant in the province. *The record’s body or heir*: as before; where the body is over, also in the body that
its papers came to. A task is filled in, held and confirmed where it was given, and reported on where it is done; whoever works for the
body that does it, and whoever reported it, never confirms it or grants more time, whatever other rights they hold.

${head}
${rule}
${rows.join('\n')}

Signing in asks for a second factor, after days of grace, where a grant in force is one of: ${[...needsSecondFactor].join(', ')}; that
is, where it lets somebody do one of: ${factorActions.join(', ')}. Others may set one up for themselves.

A province is added only by the first set-up and by \`giaoban province add\` on the server.

## Levels of documents

Figures, tasks, shortcomings, decisions, opinions, conferences, search, counts and the record follow the level of the document that they
were drawn from. Insiders: ${[...insiders].join(', ')}.

| level | who reads |
|---|---|
| office | insiders whose grant covers the body it belongs to, or its heir (the province’s office: those with a grant in the province) |
| participants | they, and the accounts and the bodies named for it |
| organisation | they, and whoever has a grant in its body or its heir, above or below it |
| internal | whoever has a grant in the province (the level of a new document) |
| public | the same; to set or lift it needs \`document.publish\`; a document about personnel never gets it |

There is no level for state secrets: such documents have no place here.

**Papers of a dossier** (\`docs/conference.md\`) are read by insiders of the body that submits, and of the bodies before whose conferences they were
brought: put in for its item, submitted to it, or handed on to it with the matter. Being on an agenda opens nothing else of the dossier. Everybody
else reads one only while such a conference has the item on its agenda, has given this paper out itself and is not cancelled, and then by the narrowest of the levels of the paper, the item and the conference; *participants* are those invited to the item, *organisation* is
counted from the holding bodies. When the item is postponed or withdrawn they lose the papers at once, with everything drawn from them; when it
comes back they have them again.

**Several bodies of one conference.** Who works in a body that meets with the leading one sees the conference from within as that one's people
do, without an invitation: items, papers, opinions, drafts of its papers, and its personnel items too: who holds a conference together decides
them together. An item that only the leading body may know of belongs on a conference of its own. What is done to it (plan, run, close, approve, issue) is the
leading body's alone, with what only who may do that is shown: drafts of decisions, reasons for not coming.

**Who runs a sitting**: the office (\`conference.run\`) and who presides (\`conference.close\`), who may do all that is done while it sits.

**What was said at a conference** is seen by insiders of the bodies that hold it and by its chair and members at once, by insiders of the
submitter once it is closed, and by whoever said it; by nobody else, whatever the level of the conference and its items, and also afterwards.

**Tasks of a conference** are seen by whoever may know of their item, and by the insiders of the body that leads one, invited or not: they see
the task with the words that gave it, and neither the conference nor its items.

**Bodies that are over.** The papers of a body that ended are read by the people of its heir as their own: the body that it went into as a whole (a
line of 100 %) by merger or take-over, also at more than one remove. Where it went into none, they stay with the body it stood below on its
last day. They are read, not changed: to change them needs a grant in the province. After a split, or where only a part went to another body,
nobody inherits: who then keeps which papers is for people to decide, who move documents or name participants.

What was **sent to a body** that is over is sent to its heir: an invitation to a conference, the sheet of an opinion round, a document that
names it among its participants. The people of that very heir (not of bodies above or below it) see it as the ended body's people did, and
answer it in its place, as far as it can still be answered; the record says who did.

**Histories** are read with \`history.read\` by who sees the entry, and tell no more of it than it shows. An opinion: whoever sees it only as their own
is told nothing of when it was taken for another’s. A vote: as its item, counts alone. An invitation: the office all of it, others what
happened since it was sent, and why somebody does not come, and the member's positions before the meeting, only they and the office. A paper: its drafts the insiders of the holding bodies, others
its number, day and signed copy. An opinion round: who sees all its answers. The general assessment: who runs or presides.

## Why

Every record has a panel “Ai được làm gì ở đây, vì sao” (“Who may do what here, and why”; \`GET /api/access\`), on ${recordKinds.length} kinds of
records: each entry with a history, each screen of one thing, each report, target and word of the lexicon, the record and the access log
(tests read the screens and the histories for any that has none: \`app/test/panels.test.ts\`, \`e2e/panels.ts\`). Deed by deed it says whether
oneself may and by which right (role, body, last day, and how it reaches the record), or why not. It asks this policy and nothing else
(\`app/src/http/explain.ts\`), and is held, person by person, against the routes that show and change the thing. Others are named to those
with \`grant.read\`, as far as it reaches: in the province everybody, in a body those whose right was granted there or below it. All others are
told of themselves only. Who may not read the record gets the same answer as for one that does not exist. Each look is in the access log.

## Answers

Not signed in: 401. Signed in without the right: 403, the same whether the record exists or not. A record that one may not read, of another
body or another province: 404, the same as one that does not exist, found with as many queries (docs/reliability.md, F6). A change without \`If-Match\`: 428; of an old version: 412 with both texts.
`
}

if (argv[1] === import.meta.filename) writeFileSync(accessPath, accessText())
