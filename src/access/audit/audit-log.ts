import type {
  AuditEntryView,
  AuditFilters,
  AuditList,
  AuditQuery,
  AuditVerdict,
  AuditWords,
} from '../../contract/audit.ts';

export interface AuditLog {
  list(query: AuditQuery): Promise<AuditList>;
  words(): Promise<AuditWords>;
  /** The earliest first, read piece by piece; what is written meanwhile is not among them. */
  all(filters: AuditFilters): AsyncGenerator<AuditEntryView>;
  /** `noted`: a head that was kept elsewhere. */
  verify(noted: { readonly seq: number; readonly hash: string } | null): Promise<AuditVerdict>;
}
