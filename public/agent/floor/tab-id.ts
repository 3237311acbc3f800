const storageKey = 'casedial.tab';

/** The same through reloads of this tab, so that the server knows a returning window from a second one. */
export function tabId(): string {
  const known = sessionStorage.getItem(storageKey);
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(storageKey, made);
  return made;
}
