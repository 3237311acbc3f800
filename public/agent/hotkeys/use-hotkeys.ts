import { useEffect, useRef } from 'react';

export interface PressedKey {
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  /** Physical key (`KeyM`): Alt changes the letter on some keyboards. */
  readonly code: string;
  readonly key: string;
  /** A text field has the focus. */
  readonly typing: boolean;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'range'].includes(target.type);
}

/** `handle` returns true when it took the key. */
export function useHotkeys(handle: (pressed: PressedKey) => boolean): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.repeat || event.isComposing) return;
      const pressed: PressedKey = {
        alt: event.altKey,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        code: event.code,
        key: event.key,
        typing: isTyping(event.target),
      };
      if (latest.current(pressed)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

export const isAlt = (pressed: PressedKey, code: string): boolean =>
  pressed.alt && !pressed.ctrl && !pressed.shift && pressed.code === code;

/** For the button that does the same: told to screen readers and on hover. */
export const altKey = (letter: string): { readonly 'aria-keyshortcuts': string; readonly title: string } => ({
  'aria-keyshortcuts': `Alt+${letter}`,
  title: `Alt ${letter}`,
});

export const isPlain = (pressed: PressedKey): boolean => !pressed.alt && !pressed.ctrl && !pressed.typing;
