/**
 * A browser names the page's origin on every socket it opens; a foreign page must not ride on the agent's cookie.
 * Programs that are no browsers name none, and bring their own cookie.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true;
  let asked: URL;
  try {
    asked = new URL(origin);
  } catch {
    return false;
  }
  return asked.origin === new URL(publicUrl).origin || (host !== undefined && asked.host === host);
}
