import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | AsyncIterable<string>;
}

const localHeader = 0x04034b50;
const descriptor = 0x08074b50;
const centralHeader = 0x02014b50;
const endOfArchive = 0x06054b50;
const version = 20;
// Sizes follow the data (bit 3), names are UTF-8 (bit 11).
const flags = 0x0808;
const deflated = 8;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Numbers laid out one after the other, little endian: two bytes for `s`, four for `l`. */
function layout(shape: string, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc([...shape].reduce((size, kind) => size + (kind === 's' ? 2 : 4), 0));
  let at = 0;
  for (const [index, kind] of [...shape].entries()) {
    const value = values[index] ?? 0;
    at = kind === 's' ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value >>> 0, at);
  }

  return bytes;
}

const centralOf = (entry: Entry): Buffer =>
  Buffer.concat([
    layout(
      'lsssssslllsssssll',
      centralHeader,
      version,
      version,
      flags,
      deflated,
      0,
      0x21,
      entry.crc,
      entry.packed,
      entry.size,
      entry.name.length,
      0,
      0,
      0,
      0,
      0,
      entry.offset,
    ),
    entry.name,
  ]);

/** An archive as a stream: no part is held, no size is known before its data has passed. Below 4 GB. */
export async function* zipped(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const head = Buffer.concat([
      layout('lssssslllss', localHeader, version, flags, deflated, 0, 0x21, 0, 0, 0, name.length, 0),
      name,
    ]);
    yield head;
    let crc = 0;
    let size = 0;
    let packed = 0;
    const source = typeof part.content === 'string' ? [part.content] : part.content;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const text of source) {
        const bytes = Buffer.from(text);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    for await (const chunk of Readable.from(counted()).pipe(createDeflateRaw()) as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield chunk;
    }
    yield layout('llll', descriptor, crc, packed, size);
    entries.push({ name, crc, packed, size, offset });
    offset += head.length + packed + 16;
  }
  const central = Buffer.concat(entries.map(centralOf));
  yield central;
  yield layout('lsssslls', endOfArchive, 0, 0, entries.length, entries.length, central.length, offset, 0);
}
