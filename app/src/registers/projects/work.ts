// Rules of what happens at projects: kinds and levels of obstacles, where a milestone stands. Pure.

/** Mặt bằng, thiết kế, thủ tục, vốn, nhà thầu, vật liệu. */
export const obstacleKinds = [
  'land',
  'design',
  'procedure',
  'capital',
  'contractor',
  'material',
  'other',
] as const
export type ObstacleKind = (typeof obstacleKinds)[number]

/** Who has the say: the owner, a department, a commune, the committee, the Standing Board, the centre. */
export const obstacleLevels = [
  'owner',
  'department',
  'commune',
  'committee',
  'standing',
  'central',
] as const
export type ObstacleLevel = (typeof obstacleLevels)[number]

export const workStates = ['done', 'late', 'open'] as const
export type WorkState = (typeof workStates)[number]

/** Where a milestone, or an obstacle to be removed, stands on a day. */
export function workState(
  { dueOn, doneOn }: { dueOn: string | null; doneOn: string | null },
  today: string,
): WorkState {
  if (doneOn !== null) return 'done'
  return dueOn !== null && dueOn < today ? 'late' : 'open'
}
