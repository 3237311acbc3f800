/** R29: 49 of 50 are short, 50 meet the goal. */
export const goalMet = (accounts: number, goal: number): boolean => accounts >= goal;
