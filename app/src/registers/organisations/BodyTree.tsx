// The bodies of a day as a tree that opens by mouse and by keyboard; long rows of communes are folded.
import { type ReactNode, useId, useState } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../../web/language.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { BodyLine } from './contract.ts'
import { sizeOf, type Tree, type TreeNode, treeOf } from './organisation.ts'
import { en, vi } from './texts.ts'

interface BodyTreeProps {
  bodies: readonly BodyLine[]
  tree: Tree
  /** Added to the addresses of bodies, so that they are shown on the same day. */
  query: string
}

export function BodyTree({ bodies, tree, query }: BodyTreeProps) {
  const t = useTexts(vi, en)
  const { root, unplaced } = treeOf(bodies, tree)
  if (!root || (root.below.length === 0 && unplaced.length === 0))
    return <p className="muted">{t.emptyTree}</p>
  return (
    <ul className="body-tree">
      <Branch node={root} query={query} open />
      {unplaced.length > 0 && (
        <Fold name={t.unplaced(unplaced.length)}>
          {() => unplaced.map((body) => <Leaf key={body.id} body={body} query={query} />)}
        </Fold>
      )}
    </ul>
  )
}

interface BranchProps {
  node: TreeNode
  query: string
  open?: boolean
}

function Branch({ node, query, open }: BranchProps) {
  const t = useTexts(vi, en)
  if (node.below.length === 0) return <Leaf body={node.body} query={query} />
  const title = (
    <>
      <BodyName body={node.body} query={query} />{' '}
      <span className="muted">{t.below(sizeOf(node))}</span>
    </>
  )
  return (
    <Fold name={t.belowOf(node.body.name)} title={title} open={open}>
      {() => <Below nodes={node.below} query={query} />}
    </Fold>
  )
}

const folded: readonly BodyLine['kind'][] = ['commune', 'ward', 'specialZone', 'partyCommittee']

/** Rows of more than this many of one kind are folded. */
const many = 8

function Below({ nodes, query }: { nodes: readonly TreeNode[]; query: string }) {
  const t = useTexts(vi, en)
  const byKind = Map.groupBy(nodes, ({ body }) => body.kind)
  return [...byKind].map(([kind, all]) =>
    folded.includes(kind) && all.length > many ? (
      <Fold key={kind} name={`${t.kinds[kind]} (${all.length})`}>
        {() => all.map((node) => <Branch key={node.body.id} node={node} query={query} />)}
      </Fold>
    ) : (
      all.map((node) => <Branch key={node.body.id} node={node} query={query} />)
    ),
  )
}

interface FoldProps {
  /** What the button opens, in words. */
  name: string
  /** Stands beside the button; the button shows its name where there is nothing. */
  title?: ReactNode
  open?: boolean | undefined
  /** Drawn when first opened: a province has a thousand bodies. */
  children: () => ReactNode
}

function Fold({ name, title, open, children }: FoldProps) {
  const id = useId()
  const [opened, setOpened] = useState(Boolean(open))
  return (
    <li>
      <button
        type="button"
        className="body-fold"
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        aria-label={title ? name : undefined}
        onClick={() => setOpened(!opened)}
      >
        <span aria-hidden="true">{opened ? '▾' : '▸'}</span>
        {!title && ` ${name}`}
      </button>
      {title}
      {opened && <ul id={id}>{children()}</ul>}
    </li>
  )
}

const Leaf = ({ body, query }: { body: BodyLine; query: string }) => (
  <li className="body-leaf">
    <BodyName body={body} query={query} />
  </li>
)

/** A body's name as a link to its page, with what is doubtful. */
export function BodyName({ body, query }: { body: BodyLine; query: string }) {
  const t = useTexts(vi, en)
  return (
    <>
      <Link href={`/bodies/${body.id}${query}`}>{body.name}</Link>
      {body.unverified.length > 0 && (
        <>
          {' '}
          <Chip>{t.unverified}</Chip>
        </>
      )}
    </>
  )
}
