// The projects that a task belongs to: everybody who reads the registers knows of projects.
import type { Reads } from '../../database/tables.ts'

export function projectsOfTask(
  db: Reads,
  provinceId: number,
  id: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('project_task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.province_id', '=', 'project_task.province_id')
        .onRef('project.project_id', '=', 'project_task.project_id'),
    )
    .select(['project.project_id as id', 'project.name'])
    .where('project_task.province_id', '=', provinceId)
    .where('project_task.assignment_id', '=', id)
    .orderBy('project.name')
    .execute()
}
