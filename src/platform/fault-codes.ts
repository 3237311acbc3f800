interface FaultEntry {
  readonly meaning: string;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly status: number;
}

/** Every way in which the program itself can fail. Codes are retired, never reused; docs/ERRORS.md is held equal by a test. */
export const faultCodes = {
  INTERNAL: {
    meaning: 'An unforeseen failure inside the program.',
    remedy: 'Look the request id up in the log; report it with the log line.',
    retryable: false,
    status: 500,
  },
  DATABASE_UNREACHABLE: {
    meaning: 'PostgreSQL did not answer.',
    remedy: 'Check DATABASE_URL and that the server runs; the program goes on by itself once it answers.',
    retryable: true,
    status: 503,
  },
  MIGRATION_FAILED: {
    meaning: 'The database could not be brought to the schema of this version.',
    remedy:
      'Read the cause in the log, restore or repair the database, start again. A newer database needs a newer program.',
    retryable: false,
    status: 503,
  },
  REDIS_UNREACHABLE: {
    meaning: 'Redis did not answer.',
    remedy: 'Check REDIS_URL and that the server runs; nothing is lost, work goes on once it answers.',
    retryable: true,
    status: 503,
  },
  QUEUE_BAD_JOB_ID: {
    meaning: 'A job id holds a colon or is a bare integer, which the queue cannot keep.',
    remedy: 'This is a defect of the program; report it.',
    retryable: false,
    status: 500,
  },
  QUEUE_UNKNOWN_JOB: {
    meaning: 'A queued job carries a name that this version has no handler for.',
    remedy: 'Run the same version on every node, or let the old version drain its queue before upgrading.',
    retryable: false,
    status: 500,
  },
  EMBEDDED_POSTGRES_FAILED: {
    meaning: 'The own PostgreSQL could not be started.',
    remedy: 'Read the named log file under DATA_DIR, or point DATABASE_URL at a running server.',
    retryable: false,
    status: 503,
  },
  EMBEDDED_REDIS_FAILED: {
    meaning: 'The own Redis could not be started.',
    remedy: 'Install redis-server 6.2 or newer, or point REDIS_URL at a running server.',
    retryable: false,
    status: 503,
  },
  DEMO_NOT_SEEDED: {
    meaning: 'The demo cases could not be imported.',
    remedy: 'Remove DATA_DIR to begin with a fresh demo, or set DEMO=off; report it with the log line.',
    retryable: false,
    status: 500,
  },
  CARRIER_NOT_CONFIGURED: {
    meaning: 'The server was started without a carrier.',
    remedy:
      'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or start with `npm start`, which brings a simulated carrier along.',
    retryable: false,
    status: 503,
  },
  CARRIER_UNREACHABLE: {
    meaning: 'The carrier did not answer, or its answer could not be read.',
    remedy: "Check TWILIO_API_BASE and the carrier's status page; what is under way is asked for again by itself.",
    retryable: true,
    status: 503,
  },
  TRUNK_ACCOUNT_UNREADABLE: {
    meaning: 'The account of a trunk was sealed with another key and cannot be opened.',
    remedy: 'Start every node with the CREDENTIALS_KEY it was sealed with, or set the account of the trunk again.',
    retryable: false,
    status: 503,
  },
  CARRIER_RECORDING_NOT_READY: {
    meaning: 'The carrier has announced a recording that cannot be fetched yet.',
    remedy: 'It is fetched again by itself.',
    retryable: true,
    status: 503,
  },
  CARRIER_ID_MALFORMED: {
    meaning: 'An id of the carrier does not have the form it must have to be put into an address.',
    remedy: 'This is a defect of the program or of the server at TWILIO_API_BASE; report it.',
    retryable: false,
    status: 500,
  },
  RECORDING_UNREADABLE: {
    meaning: 'A recording is not a sound file that can be read, or lies outside its folder.',
    remedy: 'Check DATA_DIR/recordings and its disk; the carrier copy is fetched by itself when there is one.',
    retryable: false,
    status: 500,
  },
  DIAL_ATTEMPT_CONTENDED: {
    meaning: 'One attempt was changed by others over and over while an event was being applied to it.',
    remedy: 'The event is kept and applied again by itself; report it if it happens often.',
    retryable: true,
    status: 503,
  },
} as const satisfies Record<string, FaultEntry>;

export type FaultCode = keyof typeof faultCodes;
