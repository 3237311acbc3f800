import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UnreadableFile, type TextEncoding } from '../import-file.ts';

export interface TextSource {
  readonly path: string;
  readonly gzip: boolean;
  readonly encoding: TextEncoding;
  readonly bomBytes: number;
}

// A gzip that grows beyond this is no export of any bank; 1,032 is the most the format can do.
const mostInflated = 8 * 1024 ** 3;
const suspiciousRatio = 250;
const suspiciousFrom = 256 * 1024 ** 2;
const chunkBytes = 256 * 1024;

/** The bytes of the file, decompressed when needed; `onStored` sees them as they lie on disk. */
export async function* fileBytes(
  path: string,
  gzip: boolean,
  onStored: (chunk: Buffer) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const stored = createReadStream(path, { highWaterMark: chunkBytes });
  let storedBytes = 0;
  stored.on('data', (chunk) => {
    storedBytes += chunk.length;
    onStored(chunk as Buffer);
  });
  if (!gzip) {
    yield* stored as AsyncIterable<Buffer>;

    return;
  }
  const inflated = createGunzip({ chunkSize: chunkBytes });
  stored.on('error', (error) => inflated.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of stored.pipe(inflated) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostInflated || (bytes > suspiciousFrom && bytes > storedBytes * suspiciousRatio)) {
        throw new UnreadableFile({ code: 'unsafe_archive', detail: 'inflates_too_much' });
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new UnreadableFile({ code: 'corrupt_file', detail: code === 'Z_BUF_ERROR' ? 'cut_off' : 'damaged' }, error);
  } finally {
    stored.destroy();
  }
}

/** Bytes that the encoding does not know stop the reading with `wrong_encoding`, half a character at the end with `cut_off`. */
export async function* decodedText(bytes: AsyncIterable<Buffer>, source: TextSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(source.encoding, { fatal: true, ignoreBOM: true });
  let skip = source.bomBytes;
  for await (const chunk of bytes) {
    const rest = skip === 0 ? chunk : chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    const text = decodeOrNull(() => decoder.decode(rest, { stream: true }));
    if (text === null) {
      // What stands before the bad bytes is handed on, so that the error can name its row.
      yield readablePart(rest, source.encoding);
      throw new UnreadableFile({ code: 'corrupt_file', detail: 'wrong_encoding' });
    }
    yield text;
  }
  const rest = decodeOrNull(() => decoder.decode());
  if (rest === null) throw new UnreadableFile({ code: 'corrupt_file', detail: 'cut_off' });
  yield rest;
}

function decodeOrNull(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

function readablePart(bytes: Buffer, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  // A character begun in the chunk before leaves up to three marks at the start.
  const bad = text.indexOf('\ufffd', 4);

  return bad === -1 ? text : text.slice(0, bad);
}

/** The encoding a byte order mark announces. */
export function bomOf(head: Buffer): { encoding: TextEncoding; bytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };

  return null;
}
