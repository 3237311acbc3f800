import type { ReactNode } from 'react';

export interface Spoken {
  readonly text: string;
  readonly urgent: boolean;
  /** The same text twice must be spoken twice. */
  readonly nth: number;
}

export function LiveRegion({ spoken }: { readonly spoken: Spoken }): ReactNode {
  const text = <span key={spoken.nth}>{spoken.text}</span>;
  return (
    <div className="cd-visually-hidden">
      <div aria-live="polite">{spoken.urgent ? null : text}</div>
      <div aria-live="assertive">{spoken.urgent ? text : null}</div>
    </div>
  );
}
