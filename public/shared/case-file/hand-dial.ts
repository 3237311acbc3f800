import { createContext, useContext } from 'react';

/** Given by a console in which numbers can be dialed by hand; null elsewhere. */
export interface HandDial {
  /** What keeps this agent from dialing now, in words; null: nothing. */
  readonly blocked: string | null;
  readonly busy: boolean;
  readonly dial: (caseId: string, numberId: string) => void;
}

export const HandDialContext = createContext<HandDial | null>(null);
export const useHandDial = (): HandDial | null => useContext(HandDialContext);
