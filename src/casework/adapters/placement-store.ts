import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlacementStore } from '../import-ports.ts';

/** Uploaded files below one folder, each under the placement's id: what a user called it never becomes a path. */
export const makePlacementStore = (folder: string): PlacementStore => ({
  async keep(id, bytes, mostBytes) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, id);
    const handle = await open(path, 'wx', 0o600);
    let size = 0;
    let whole = false;
    try {
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > mostBytes) return 'too-large';
        await handle.write(chunk);
      }
      whole = true;

      return { path };
    } finally {
      await handle.close();
      if (!whole) await rm(path, { force: true });
    }
  },
  drop: (path) => rm(path, { force: true }),
});
