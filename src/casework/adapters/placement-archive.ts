import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../import-file.ts';

// A workbook has some dozens of parts; a thousand sheets of one would still fit.
const mostEntries = 10_000;
// XML of a spreadsheet packs 10 to 40 times; beyond this only a bomb does, and only a large one does harm.
const suspiciousRatio = 250;
const suspiciousFrom = 64 * 1024 ** 2;
const mostInflated = 8 * 1024 ** 3;

/** An xlsx file as an archive of named parts. */
export interface Archive {
  has(name: string): boolean;
  read(name: string): AsyncIterable<Buffer>;
  close(): void;
}

const damaged = (cause: unknown): UnreadableFile =>
  new UnreadableFile({ code: 'corrupt_file', detail: 'damaged' }, cause);

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > mostEntries) throw new UnreadableFile({ code: 'unsafe_archive', detail: 'inflates_too_much' });
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });
  let inflated = 0;
  for (const { compressedSize, uncompressedSize } of entries.values()) {
    inflated += uncompressedSize;
    const swells = uncompressedSize > suspiciousFrom && uncompressedSize > compressedSize * suspiciousRatio;
    if (swells || inflated > mostInflated) {
      throw new UnreadableFile({ code: 'unsafe_archive', detail: 'inflates_too_much' });
    }
  }

  return entries;
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(error);
  }
  // yauzl holds the sizes to their word; the checksum is ours to check.
  if (sum !== entry.crc32) throw damaged(new Error('checksum'));
}

/** Opens the archive and weighs it before anything is unpacked. */
export async function openArchive(path: string): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new UnreadableFile({ code: 'corrupt_file', detail: 'cut_off' }, error);
  }
  try {
    const entries = await listEntries(zip);

    return {
      has: (name) => entries.has(name),
      read(name) {
        const entry = entries.get(name);
        if (entry === undefined) throw damaged(new Error('part missing'));

        return readEntry(zip, entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableFile ? error : damaged(error);
  }
}
