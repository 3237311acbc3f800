/**
 * Rule of a field that is a group of boxes: at least one is ticked. The rule `required` would have the group be announced
 * as required, which a group cannot be.
 */
export const oneAtLeast = (
  message: string,
): { readonly validator: (rule: unknown, chosen?: readonly unknown[]) => Promise<void> } => ({
  validator: async (_, chosen = []) => {
    if (chosen.length === 0) throw new Error(message);
  },
});
