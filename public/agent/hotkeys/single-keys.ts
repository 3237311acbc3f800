import { useSyncExternalStore } from 'react';

/** WCAG 2.1.4: shortcuts of one character can be switched off. */
const storageKey = 'casedial.single-keys';
const listeners = new Set<() => void>();

const read = (): boolean => localStorage.getItem(storageKey) !== 'off';

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  listeners.forEach((tell) => tell());
}

export const useSingleKeys = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
