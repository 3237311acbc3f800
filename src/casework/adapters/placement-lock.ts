/**
 * The right to write one placement: an advisory lock of the writer's connection, so that a crash of its process frees
 * it and no clock has to say who is still alive. The key is the same text in both statements.
 */
const key = (id: string): string => `hashtextextended('placement ' || ${id}, 0)`;

/** $1 placement. */
export const takeWriterLock = `SELECT pg_try_advisory_lock(${key('$1::text')}) AS taken`;

// A 64-bit advisory key stands in pg_locks as two halves with objsubid 1.
export const abandonedPlacements = `
SELECT p.id::text AS id FROM "Placement" p
WHERE p.status IN ('queued', 'running') AND NOT EXISTS (
  SELECT FROM pg_locks l
  WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND ((l.classid::bigint << 32) | l.objid::bigint) = ${key('p.id::text')}
)
ORDER BY p.id`;
