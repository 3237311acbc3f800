import type { PlacementPreviewRow, PlacementView } from '../../contract/placement.ts';
import type { InspectedFile } from '../import-file.ts';
import type { PlacementRecord } from '../import-ports.ts';
import type { SortedRow } from '../import-rows.ts';
import { columnName } from '../import-column-name.ts';
import { sayProblem } from './placement-problems.ts';

const second = 1000;

function speed(record: PlacementRecord): { rowsPerSecond: number | null; secondsLeft: number | null } {
  const { startedAt, heartbeatAt, tally, file, status } = record;
  const rows = tally.rowsRead - tally.runFrom;
  if (startedAt === null || heartbeatAt === null || heartbeatAt <= startedAt || rows <= 0) {
    return { rowsPerSecond: null, secondsLeft: null };
  }
  const perSecond = rows / ((heartbeatAt - startedAt) / second);
  const left = Math.max(0, file.totalRows - tally.rowsRead);

  return {
    rowsPerSecond: Math.round(perSecond),
    secondsLeft: status === 'running' ? Math.ceil(left / perSecond) : null,
  };
}

export function viewOf(record: PlacementRecord): PlacementView {
  const { file, tally, problem } = record;
  const { runFrom: _, ...counted } = tally;

  return {
    id: record.id,
    client: { id: record.clientId, name: record.clientName },
    fileName: record.fileName,
    status: record.status,
    byteSize: file.byteSize,
    format: { ...file.format },
    profile: { ...record.profile, classOrder: [...record.profile.classOrder] },
    tables: file.tables.map((table, at) => ({
      sheet: table.sheet,
      headerRow: table.headerRow,
      hiddenRows: [...table.hiddenRows],
      columns: table.headers.map((header, index) => ({
        index,
        letters: columnName(index),
        header,
        field: record.mappings[at]?.[index] ?? null,
        hidden: table.hiddenColumns.includes(index),
      })),
    })),
    progress: { ...counted, totalRows: file.totalRows, ...speed(record) },
    problem: problem === null ? null : { ...problem, ...sayProblem(problem) },
    createdAt: record.createdAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
  };
}

const nothing = {
  debtorName: null,
  amountMinor: null,
  currency: null,
  overdueDays: null,
  placementDate: null,
  recallDate: null,
  numbers: [],
  rejectedNumbers: [],
};

export function previewRow(file: InspectedFile, { table, row, outcome }: SortedRow): PlacementPreviewRow {
  const place = { sheet: file.tables[table]?.sheet ?? null, row, outcome: outcome.kind };
  if (outcome.kind === 'skipped') return { ...place, ...nothing, codes: [outcome.because], caseId: null };
  if (outcome.kind === 'rejected') return { ...place, ...nothing, codes: [...outcome.reasons], caseId: outcome.caseId };
  const { numbers, rejectedNumbers, warnings, ...placed } = outcome.case;

  return {
    ...place,
    codes: [...warnings],
    caseId: placed.caseId,
    debtorName: placed.debtorName === '' ? null : placed.debtorName,
    amountMinor: placed.amountMinor,
    currency: placed.currency,
    overdueDays: placed.overdueDays,
    placementDate: placed.placementDate,
    recallDate: placed.recallDate,
    numbers: numbers.map((number) => ({
      class: number.numberClass,
      e164: number.e164,
      extension: number.extension,
      note: number.note,
      noteCodes: [...number.noteCodes],
      person: number.person,
      relation: number.relation,
      areaCodeDerived: number.areaCodeDerived,
    })),
    rejectedNumbers: rejectedNumbers.map(({ numberClass, reason, raw }) => ({ class: numberClass, reason, raw })),
  };
}
