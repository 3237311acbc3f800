import { open } from 'node:fs/promises';
import { isHeaderRow, type IsHeaderRow } from '../../domain/placement/find-header.ts';
import {
  UnreadableFile,
  type FileInspection,
  type InspectedFile,
  type PlacementFiles,
  type RowBatch,
} from '../import-file.ts';
import { delimitedRows, inspectDelimited } from './placement-delimited.ts';
import { inspectWorkbook, workbookRows } from './placement-workbook.ts';

type Kind = 'zip' | 'ole' | 'gzip' | 'text' | 'empty' | 'other';

const headBytes = 4096;
const signatures: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  // PDF, PNG, JPEG, GIF, RAR, 7z, RTF, ELF, Windows programs
  ['other', [0x25, 0x50, 0x44, 0x46]],
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [0x47, 0x49, 0x46, 0x38]],
  ['other', [0x52, 0x61, 0x72, 0x21]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', [0x7b, 0x5c, 0x72, 0x74]],
  ['other', [0x7f, 0x45, 0x4c, 0x46]],
  ['other', [0x4d, 0x5a, 0x90]],
];
// Text holds next to no NUL bytes; UTF-16 does, but announces itself with a mark.
const mostNuls = 0.1;

function kindOf(head: Buffer): Kind {
  if (head.length === 0) return 'empty';
  const known = signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (known !== undefined) return known[0];
  const hasMark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const nuls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);

  return !hasMark && nuls > head.length * mostNuls ? 'other' : 'text';
}

/** A workbook locked with a password is an OLE container that names this stream; an old .xls is one that does not. */
async function isEncrypted(path: string): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const handle = await open(path);
  try {
    let carry = Buffer.alloc(0);
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([carry, chunk]);
      if (bytes.includes(name)) return true;
      carry = bytes.subarray(-name.length);
    }

    return false;
  } finally {
    await handle.close();
  }
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);

    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function inspectByKind(path: string, isHeader: IsHeaderRow): Promise<InspectedFile> {
  const kind = kindOf(await readHead(path));
  switch (kind) {
    case 'zip':
      return inspectWorkbook(path, isHeader);
    case 'gzip':
    case 'text':
      return inspectDelimited(path, kind === 'gzip', isHeader);
    case 'ole': {
      const detail = (await isEncrypted(path)) ? 'password_protected' : 'old_excel';
      throw new UnreadableFile({ code: 'unsupported_format', detail });
    }
    case 'empty':
      throw new UnreadableFile({ code: 'empty_file', detail: 'none' });
    case 'other':
      throw new UnreadableFile({ code: 'unsupported_format', detail: 'not_a_spreadsheet' });
  }
}

/** `isHeader`: what a header row looks like, for files that are no placements. */
export function makePlacementFiles(isHeader: IsHeaderRow = isHeaderRow): PlacementFiles {
  return {
    async inspect(path): Promise<FileInspection> {
      try {
        return { kind: 'file', file: await inspectByKind(path, isHeader) };
      } catch (error) {
        if (error instanceof UnreadableFile) return { kind: 'refused', problem: error.problem };
        throw error;
      }
    },
    rows(path, file): AsyncIterable<RowBatch> {
      const { format, tables } = file;
      if (format.type === 'xlsx') return workbookRows(path, tables);

      return delimitedRows(path, format, tables[0]?.headerRow ?? 0);
    },
  };
}
