export interface Viewer {
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly teamId: string | null;
}

/** An administrator sees everybody, a supervisor his team and whoever has none; one without a team watches all of them. */
export function seesAgent(viewer: Viewer, agentTeamId: string | null): boolean {
  if (viewer.role === 'admin') return true;
  return viewer.role === 'supervisor' && (viewer.teamId === null || hearsAgent(viewer, agentTeamId));
}

/** Whose calls one may hear, live or recorded (5.6): what was said is closer to a person than what the wall shows. */
export function hearsAgent(viewer: Viewer, agentTeamId: string | null): boolean {
  if (viewer.role === 'admin') return true;
  return viewer.role === 'supervisor' && (agentTeamId === null || agentTeamId === viewer.teamId);
}
