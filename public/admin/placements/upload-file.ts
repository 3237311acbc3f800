import { placementInspection, type PlacementInspection } from '../../../src/contract/placement.ts';
import { problem } from '../../../src/contract/problem.ts';
import { ApiFailure } from '../../shared/api/api-failure.ts';

export interface Upload {
  readonly clientId: string | null;
  readonly clientName: string;
  readonly file: File;
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** XMLHttpRequest, because fetch does not tell how much has been sent. */
export function uploadPlacement(upload: Upload, onShare: (share: number) => void): Promise<PlacementInspection> {
  // The text fields have to come before the file: the server reads the file as it arrives.
  const form = new FormData();
  if (upload.clientId === null) form.set('client', upload.clientName);
  else form.set('clientId', upload.clientId);
  form.set('file', upload.file);
  return new Promise((resolve, reject) => {
    const http = new XMLHttpRequest();
    http.open('POST', '/api/placements');
    http.setRequestHeader('accept', 'application/json');
    http.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    http.onerror = () => reject(new ApiFailure({ kind: 'offline' }));
    http.onload = () => {
      const body = readJson(http.responseText);
      if (http.status < 300) {
        const parsed = placementInspection.safeParse(body);
        if (parsed.success) resolve(parsed.data);
        else reject(new ApiFailure({ kind: 'unreadable', status: http.status }, { cause: parsed.error }));
        return;
      }
      const refused = problem.safeParse(body);
      reject(
        new ApiFailure(
          refused.success
            ? { kind: 'problem', problem: refused.data, retryAfterSeconds: null }
            : { kind: 'unreadable', status: http.status },
        ),
      );
    };
    http.send(form);
  });
}
