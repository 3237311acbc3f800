import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { BadInput } from '../../platform/http-problem.ts';

export interface ReceivedFile {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly bytes: Readable;
}

const fieldBytes = 1024 * 1024;
const mostFields = 20;
const longestName = 200;
const controls = new RegExp('[\\u0000-\\u001f\\u007f]', 'g');

const plainName = (name: string | undefined): string =>
  (name ?? '').replace(controls, '').split(/[/\\]/).at(-1)?.slice(-longestName).trim() || 'upload';

const badForm = (field: string, rule: string, remedy: string): BadInput => new BadInput([{ field, rule, remedy }]);

/**
 * The text fields, then the file as a stream: fields must stand before the file, because it is read as it comes.
 * The work is done while the upload runs; what it leaves unread is drained so that the answer can be sent.
 */
export async function receiveUpload<T>(req: IncomingMessage, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
  if (!/^multipart\/form-data/i.test(req.headers['content-type'] ?? '')) {
    throw badForm('(whole)', 'multipart', 'send multipart/form-data with the fields first and the file last');
  }

  return new Promise<T>((resolve, reject) => {
    const fields: Record<string, string> = {};
    let hasFile = false;
    const form = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: mostFields, fieldSize: fieldBytes },
    });
    form.on('field', (name, value) => {
      if (!hasFile && name !== '__proto__') fields[name] = value;
    });
    form.on('file', (_field, bytes, { filename }) => {
      hasFile = true;
      work({ fields, fileName: plainName(filename), bytes })
        .then(resolve, reject)
        .finally(() => bytes.resume());
    });
    form.on('error', () => reject(badForm('(whole)', 'multipart', 'the form could not be read to its end')));
    form.on('close', () => {
      if (!hasFile) reject(badForm('file', 'required', 'attach the placement file'));
    });
    req.on('aborted', () => form.destroy(new Error('upload aborted')));
    req.pipe(form);
  });
}
