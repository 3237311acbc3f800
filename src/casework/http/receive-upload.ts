import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy, { type Busboy } from 'busboy';
import { BadInput } from '../../platform/http-problem.ts';

export interface ReceivedFile {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  /** Ends well only when the whole form does: half an upload, or one with something behind the file, throws. */
  readonly bytes: AsyncIterable<Buffer>;
}

const fieldBytes = 1024 * 1024;
const mostFields = 20;
const longestName = 200;
const controls = new RegExp('[\\u0000-\\u001f\\u007f]', 'g');

const plainName = (name: string | undefined): string =>
  (name ?? '').replace(controls, '').split(/[/\\]/).at(-1)?.slice(-longestName).trim() || 'upload';

const badForm = (field: string, rule: string, remedy: string): BadInput => new BadInput([{ field, rule, remedy }]);
const notAForm = (): BadInput =>
  badForm('(whole)', 'multipart', 'send multipart/form-data with the fields first and the file last');
const cutOff = (): BadInput => badForm('(whole)', 'multipart', 'the form could not be read to its end');

function openForm(req: IncomingMessage): Busboy {
  if (!/^multipart\/form-data/i.test(req.headers['content-type'] ?? '')) throw notAForm();
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: mostFields, fieldSize: fieldBytes },
    });
  } catch {
    // A content type without a boundary.
    throw notAForm();
  }
}

async function* bytesOf(part: Readable, wholeForm: Promise<void>): AsyncGenerator<Buffer> {
  try {
    // Destroying the part would leave the rest of the request unread for ever.
    yield* part.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw cutOff();
  }
  await wholeForm;
}

/**
 * The text fields, then the file as a stream: fields must stand before the file, because it is read as it comes.
 * The work is done while the upload runs; what it leaves unread is drained so that the answer can be sent.
 */
export async function receiveUpload<T>(req: IncomingMessage, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const form = openForm(req);

  return new Promise<T>((resolve, reject) => {
    const fields: Record<string, string> = {};
    let hasFile = false;
    let behindFile: BadInput | null = null;
    const wholeForm = new Promise<void>((done, fail) => {
      form.once('error', () => fail(cutOff()));
      form.once('close', () => (behindFile === null ? done() : fail(behindFile)));
    });
    form.on('field', (name, value) => {
      if (hasFile) behindFile ??= badForm(name, 'order', 'put every field before the file');
      else if (name !== '__proto__') fields[name] = value;
    });
    form.on('filesLimit', () => {
      behindFile ??= badForm('file', 'one', 'send one file with each upload');
    });
    form.on('file', (_field, part, { filename }) => {
      hasFile = true;
      // Tells the reader, if there still is one; without a listener it would end the process.
      part.on('error', () => undefined);
      work({ fields, fileName: plainName(filename), bytes: bytesOf(part, wholeForm) })
        .then(resolve, reject)
        .finally(() => part.resume());
    });
    wholeForm.then(() => {
      if (!hasFile) reject(badForm('file', 'required', 'attach the placement file'));
    }, reject);
    req.once('close', () => {
      if (!req.complete) form.destroy(new Error('upload aborted'));
    });
    req.pipe(form);
  });
}
