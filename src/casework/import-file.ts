import type { RawCell } from '../domain/placement/cell-text.ts';
import type { FileReason } from '../domain/placement/codes.ts';
import type { DateSystem } from '../domain/placement/parse-date.ts';

/** Why a file cannot be imported at all; `detail` narrows the reason, `row` says how far it could be read. */
export type FileDetail =
  | 'password_protected'
  | 'old_excel'
  | 'not_a_spreadsheet'
  | 'cut_off'
  | 'wrong_encoding'
  | 'damaged'
  | 'unclosed_quote'
  | 'inflates_too_much'
  | 'too_many_merges'
  | 'too_many_columns'
  | 'too_many_sheets'
  | 'record_too_long'
  | 'none';
export interface FileProblem {
  readonly code: FileReason;
  readonly detail: FileDetail;
  readonly row?: number;
}
/** Why a placement came to no end: its file, or the server, which could not go on although it tried again and again. */
export type ImportProblem = FileProblem | { readonly code: 'import_interrupted'; readonly detail: 'none' };
/** Thrown while streaming, where a return value cannot reach; caught at the use case and turned into a refusal. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem, cause?: unknown) {
    super(`placement file unreadable: ${problem.code} (${problem.detail})`, { cause });
    this.name = 'UnreadableFile';
    this.problem = problem;
  }
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
export interface DelimitedFormat {
  readonly type: 'delimited';
  readonly encoding: TextEncoding;
  readonly bom: boolean;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly eol: 'CRLF' | 'LF' | 'CR';
  readonly gzip: boolean;
}
export interface SpreadsheetFormat {
  readonly type: 'xlsx';
  readonly dateSystem: DateSystem;
}

/** One table of the file: a sheet with a header, or the whole of a delimited file. */
export interface FileTable {
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** 0-based. */
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
}
export interface InspectedFile {
  readonly format: DelimitedFormat | SpreadsheetFormat;
  readonly tables: readonly FileTable[];
  readonly sha256: string;
  readonly byteSize: number;
  /** Rows after the headers, blank ones included; trailing blank rows are counted too. */
  readonly totalRows: number;
}

/** A row as the file numbers it: the sheet's own row number, or the 1-based record number. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}
export interface RowBatch {
  /** Index into the tables of the inspected file. */
  readonly table: number;
  readonly rows: readonly FileRow[];
}

export type FileInspection =
  { readonly kind: 'file'; readonly file: InspectedFile } | { readonly kind: 'refused'; readonly problem: FileProblem };

/** Reads placement files of every supported format. Both walk the file in a stream; neither holds it. */
export interface PlacementFiles {
  inspect(path: string): Promise<FileInspection>;
  /** The rows after each header, in order. Throws UnreadableFile. */
  rows(path: string, file: InspectedFile): AsyncIterable<RowBatch>;
}
