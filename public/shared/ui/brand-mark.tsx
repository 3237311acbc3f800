import type { ReactNode } from 'react';

/** A handset's arc turning into a dial: decorative, the name stands beside it. */
export function BrandMark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f6ab4" />
      <path d="M22.6 21.2a8.6 8.6 0 1 1 0-10.4" fill="none" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" />
      <circle cx="16" cy="16" r="2.7" fill="#7fe0b8" />
    </svg>
  );
}
