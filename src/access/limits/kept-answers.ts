/** What was answered to a request that carried a key of its own, so that the same request again is answered alike. */
export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly location: string | null;
  readonly body: string;
}

export type Claim =
  /** Nobody had the key: whoever claimed it does the work. */
  | { readonly kind: 'claimed' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  /** The same request is being done, or was broken off. */
  | { readonly kind: 'under-way' }
  /** The key stands for another request. */
  | { readonly kind: 'other-request' };

export interface KeptAnswers {
  claim(key: string, requestHash: string, now: number): Promise<Claim>;
  keep(key: string, answer: KeptAnswer): Promise<void>;
  /** Nothing was done: the key is free again. */
  release(key: string): Promise<void>;
  forget(before: number): Promise<void>;
}
