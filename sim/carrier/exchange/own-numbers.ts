import { newSid } from '../sid.ts';
import type { PopulationFile } from '../population/schema.ts';
import type { HttpMethod } from './call.ts';

export interface OwnNumber {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  voiceUrl: string | null;
  voiceMethod: HttpMethod;
  voiceFallbackUrl: string | null;
  voiceFallbackMethod: HttpMethod;
  statusCallback: string;
  statusCallbackMethod: HttpMethod;
  voiceApplicationSid: string | null;
  trunkSid: string | null;
  createdAt: number;
  updatedAt: number;
}

/** The numbers the account owns. */
export class OwnNumbers {
  readonly #bySid = new Map<string, OwnNumber>();

  constructor(numbers: PopulationFile['numbers'], at: number) {
    for (const number of numbers) {
      const own = this.add(number.phoneNumber, at);
      own.friendlyName = number.friendlyName ?? number.phoneNumber;
      own.voiceUrl = number.voiceUrl ?? null;
      own.voiceMethod = number.voiceMethod ?? 'POST';
      own.voiceFallbackUrl = number.voiceFallbackUrl ?? null;
      own.statusCallback = number.statusCallback ?? '';
    }
  }

  add(phoneNumber: string, at: number): OwnNumber {
    const own: OwnNumber = {
      sid: newSid('PN'),
      phoneNumber,
      friendlyName: phoneNumber,
      voiceUrl: null,
      voiceMethod: 'POST',
      voiceFallbackUrl: null,
      voiceFallbackMethod: 'POST',
      statusCallback: '',
      statusCallbackMethod: 'POST',
      voiceApplicationSid: null,
      trunkSid: null,
      createdAt: at,
      updatedAt: at,
    };
    this.#bySid.set(own.sid, own);
    return own;
  }

  get(sid: string): OwnNumber | null {
    return this.#bySid.get(sid) ?? null;
  }

  byPhoneNumber(phoneNumber: string): OwnNumber | null {
    return this.list().find((own) => own.phoneNumber === phoneNumber) ?? null;
  }

  remove(sid: string): boolean {
    return this.#bySid.delete(sid);
  }

  list(): OwnNumber[] {
    return [...this.#bySid.values()];
  }
}
