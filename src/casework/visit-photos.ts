import type { FieldRefusal } from './casework.ts';
import type { AuditTrail } from './ports.ts';
import type { TaskBooks, VisitPhotoFiles } from './task-books.ts';

const mostBytes = 10 * 1024 * 1024;
const mostPhotos = 30;

export type PhotoReply =
  | { readonly kind: 'saved'; readonly photoId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const refused = (rule: string, remedy: string): PhotoReply => ({
  kind: 'refused',
  problems: [{ field: 'file', rule: `R34:${rule}`, remedy }],
});

/** R34: pictures of a visit that was made. The same picture again is the one that is there. */
export function makeKeepPhoto(deps: { books: TaskBooks; files: VisitPhotoFiles; audit: AuditTrail }) {
  const { books, files, audit } = deps;
  return async (visitId: string, by: string, bytes: AsyncIterable<Buffer>): Promise<PhotoReply> => {
    const visit = await books.photosOf(visitId);
    if (visit === null) return { kind: 'unknown' };
    if (visit.status !== 'dispatched' && visit.status !== 'returned') {
      return refused('not_visited', 'Photos are added once the visitor has been sent.');
    }
    if (visit.photos >= mostPhotos) return refused('too_many', `A visit has ${mostPhotos} photos at most.`);
    const kept = await files.keep(bytes, mostBytes);
    if (kept === 'too_large') return refused('too_large', 'Send a picture of at most 10 MB.');
    if (kept === 'no_image') return refused('no_image', 'Send a JPEG, PNG or WebP picture.');
    const { photoId, isNew } = await books.addPhoto({ visitId, by, ...kept });
    if (!isNew) {
      await files.drop(kept.path);
      return { kind: 'saved', photoId };
    }
    const detail = { photoId, sha256: kept.sha256 };
    await audit.record({ actorId: by, action: 'visit.photo', subjectType: 'visit', subjectId: visitId, detail });
    return { kind: 'saved', photoId };
  };
}
export type KeepPhoto = ReturnType<typeof makeKeepPhoto>;
