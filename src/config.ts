import { resolve } from 'node:path';
import { z } from 'zod';

export const roles = ['web', 'dialer', 'media', 'worker'] as const;
export type Role = (typeof roles)[number];

const onOff = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], 'on or off')
  .transform((word) => ['on', 'true', '1'].includes(word));
const webUrl = z.url({ protocol: /^https?$/, error: 'an http or https address, such as https://dialer.example.com' });
const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** One line per name: what passes, what holds when it is left out, what it is for. The README's table is made of this. */
export const settings = {
  PORT: {
    schema: z.coerce
      .number('a port number')
      .int('a port number')
      .min(0, 'a port number')
      .max(65_535, 'a port number')
      .optional(),
    otherwise: '3000',
    about: 'Port of the web server.',
  },
  PUBLIC_URL: {
    schema: webUrl.transform(withoutSlash).optional(),
    otherwise: 'http://localhost:PORT',
    about: 'Address under which browsers and the carrier reach the server. A real carrier needs https.',
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/, error: 'postgresql://user:password@host:5432/database' }).optional(),
    otherwise: 'own server',
    about: 'PostgreSQL 15 or newer. Left out: the program starts its own under DATA_DIR.',
  },
  DATABASE_CONNECTIONS: {
    schema: z.coerce
      .number('a number from 10 to 200')
      .int('a number from 10 to 200')
      .min(10, 'a number from 10 to 200')
      .max(200, 'a number from 10 to 200')
      .optional(),
    otherwise: '10',
    about: 'Connections to the database that this node opens at most. More than two hundred agents want more of them.',
  },
  REDIS_URL: {
    schema: z.url({ protocol: /^rediss?$/, error: 'redis://host:6379/0' }).optional(),
    otherwise: 'own server',
    about: 'Redis 6.2 or newer with maxmemory-policy noeviction. Left out: the program starts its own.',
  },
  DATA_DIR: {
    schema: z.string().optional(),
    otherwise: '.data',
    about: 'Folder of recordings and of the own database.',
  },
  TWILIO_ACCOUNT_SID: {
    schema: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, 'AC and 32 hexadecimal digits')
      .optional(),
    otherwise: 'simulated carrier',
    about: 'The carrier account.',
  },
  TWILIO_AUTH_TOKEN: {
    schema: z.string().min(1).optional(),
    otherwise: '—',
    about: 'Secret of the account; signs what the carrier sends.',
  },
  TWILIO_AUTH_TOKEN_SECONDARY: {
    schema: z.string().min(1).optional(),
    otherwise: '—',
    about: 'Second secret, accepted too while the first one is being replaced.',
  },
  TWILIO_API_BASE: {
    schema: webUrl.transform(withoutSlash).optional(),
    otherwise: 'https://api.twilio.com',
    about: 'Address of another server that speaks the same interface.',
  },
  CREDENTIALS_KEY: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, '32 random bytes in base64, such as `openssl rand -base64 32` writes')
      .optional(),
    otherwise: 'made up and kept under DATA_DIR',
    about: 'Key that seals the accounts of trunks in the database; the same on every node.',
  },
  CREDENTIALS_KEY_OLD: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, 'the CREDENTIALS_KEY of before')
      .optional(),
    otherwise: '—',
    about: 'The key before: opens what it sealed until all is sealed anew.',
  },
  OIDC_ISSUER: {
    schema: webUrl.transform(withoutSlash).optional(),
    otherwise: '—',
    about: 'Address of an OpenID Connect provider that people may sign in by.',
  },
  OIDC_CLIENT_ID: {
    schema: z.string().min(1).optional(),
    otherwise: '—',
    about:
      'What the provider calls this installation; the address it sends people back to is PUBLIC_URL/api/session/provider/return.',
  },
  OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    otherwise: 'a public client',
    about: 'Secret shared with the provider.',
  },
  OIDC_LABEL: {
    schema: z.string().min(1).max(40).optional(),
    otherwise: 'SSO',
    about: "The provider's name on the sign-in page.",
  },
  WEBHOOK_PRIVATE_TARGETS: {
    schema: onOff.optional(),
    otherwise: 'off',
    about: 'Lets webhooks go to plain http and to addresses inside the house.',
  },
  ROLES: {
    schema: z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      )
      .pipe(z.array(z.enum(roles, `some of ${roles.join(', ')}`)).min(1, `some of ${roles.join(', ')}`))
      .optional(),
    otherwise: 'web,dialer,media,worker',
    about: 'What this process does.',
  },
  DEMO: {
    schema: onOff.optional(),
    otherwise: 'on when neither database, Redis nor carrier is configured',
    about: 'Demo data and simulated agents.',
  },
  DEMO_PASSWORD: {
    schema: z.string().min(8, 'at least 8 characters').optional(),
    otherwise: 'made up and printed',
    about: "Password of the demo's sign-ins.",
  },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
    otherwise: 'info',
    about: 'How much is logged.',
  },
} as const;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as SettingName[];

export interface CarrierAccount {
  readonly accountSid: string;
  readonly authToken: string;
  readonly authTokenSecondary: string | undefined;
  /** Undefined: the vendor's own. */
  readonly apiBase: string | undefined;
}

export interface OpenIdConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly label: string;
}

export interface Config {
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly redisUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined: no carrier is known yet, nothing can be dialed. */
  readonly carrier: CarrierAccount | undefined;
  /** Base64 of 32 bytes. Undefined: no trunk can have an account of its own. */
  readonly credentialsKey: string | undefined;
  /** Undefined: people sign in with a password alone. */
  readonly openId: OpenIdConfig | undefined;
  readonly webhookPrivateTargets: boolean;
  readonly credentialsKeyOld: string | undefined;
  readonly roles: readonly Role[];
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

export type ConfigReading = { ok: true; config: Config } | { ok: false; faults: readonly string[] };

const schema = z.object({
  PORT: settings.PORT.schema,
  PUBLIC_URL: settings.PUBLIC_URL.schema,
  DATABASE_URL: settings.DATABASE_URL.schema,
  DATABASE_CONNECTIONS: settings.DATABASE_CONNECTIONS.schema,
  REDIS_URL: settings.REDIS_URL.schema,
  DATA_DIR: settings.DATA_DIR.schema,
  TWILIO_ACCOUNT_SID: settings.TWILIO_ACCOUNT_SID.schema,
  TWILIO_AUTH_TOKEN: settings.TWILIO_AUTH_TOKEN.schema,
  TWILIO_AUTH_TOKEN_SECONDARY: settings.TWILIO_AUTH_TOKEN_SECONDARY.schema,
  TWILIO_API_BASE: settings.TWILIO_API_BASE.schema,
  CREDENTIALS_KEY: settings.CREDENTIALS_KEY.schema,
  OIDC_ISSUER: settings.OIDC_ISSUER.schema,
  OIDC_CLIENT_ID: settings.OIDC_CLIENT_ID.schema,
  OIDC_CLIENT_SECRET: settings.OIDC_CLIENT_SECRET.schema,
  OIDC_LABEL: settings.OIDC_LABEL.schema,
  WEBHOOK_PRIVATE_TARGETS: settings.WEBHOOK_PRIVATE_TARGETS.schema,
  CREDENTIALS_KEY_OLD: settings.CREDENTIALS_KEY_OLD.schema,
  ROLES: settings.ROLES.schema,
  DEMO: settings.DEMO.schema,
  DEMO_PASSWORD: settings.DEMO_PASSWORD.schema,
  LOG_LEVEL: settings.LOG_LEVEL.schema,
} satisfies Record<SettingName, z.ZodType>);

type Raw = z.output<typeof schema>;

/** Faults that no single value shows. */
function contradictions(raw: Partial<Raw>): string[] {
  const faults: string[] = [];
  const sid = raw.TWILIO_ACCOUNT_SID;
  if (sid !== undefined && raw.TWILIO_AUTH_TOKEN === undefined) {
    faults.push('TWILIO_AUTH_TOKEN: is needed when TWILIO_ACCOUNT_SID is set');
  }
  if (sid === undefined && (raw.TWILIO_AUTH_TOKEN !== undefined || raw.TWILIO_API_BASE !== undefined)) {
    faults.push('TWILIO_ACCOUNT_SID: is needed when another TWILIO_ name is set');
  }
  if ((raw.OIDC_ISSUER === undefined) !== (raw.OIDC_CLIENT_ID === undefined)) {
    faults.push('OIDC_ISSUER and OIDC_CLIENT_ID: name both or neither');
  }
  if (sid !== undefined && raw.TWILIO_API_BASE === undefined) {
    if (raw.PUBLIC_URL?.startsWith('https://') !== true) {
      faults.push('PUBLIC_URL: must be an https address that the carrier can reach when a Twilio account is set');
    }
    if (raw.DEMO === true) faults.push('DEMO: demo numbers must not reach a real carrier; leave it off');
  }
  return faults;
}

const openIdOf = (raw: Raw): OpenIdConfig | undefined =>
  raw.OIDC_ISSUER === undefined || raw.OIDC_CLIENT_ID === undefined
    ? undefined
    : Object.freeze({
        issuer: raw.OIDC_ISSUER,
        clientId: raw.OIDC_CLIENT_ID,
        clientSecret: raw.OIDC_CLIENT_SECRET,
        label: raw.OIDC_LABEL ?? 'SSO',
      });

const carrierOf = (raw: Raw): CarrierAccount | undefined =>
  raw.TWILIO_ACCOUNT_SID === undefined || raw.TWILIO_AUTH_TOKEN === undefined
    ? undefined
    : Object.freeze({
        accountSid: raw.TWILIO_ACCOUNT_SID,
        authToken: raw.TWILIO_AUTH_TOKEN,
        authTokenSecondary: raw.TWILIO_AUTH_TOKEN_SECONDARY,
        apiBase: raw.TWILIO_API_BASE,
      });

/** Reads everything or lists every fault; an empty value counts as left out. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const given = Object.fromEntries(
    settingNames.flatMap((name) =>
      env[name] === undefined || env[name].trim() === '' ? [] : [[name, env[name].trim()]],
    ),
  );
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const raw = parsed.data;
  const port = raw.PORT ?? 3000;
  const configured = [raw.DATABASE_URL, raw.REDIS_URL, raw.TWILIO_ACCOUNT_SID].some((value) => value !== undefined);
  return {
    ok: true,
    config: Object.freeze({
      port,
      publicUrl: raw.PUBLIC_URL ?? `http://localhost:${port}`,
      databaseUrl: raw.DATABASE_URL,
      databaseConnections: raw.DATABASE_CONNECTIONS ?? 10,
      redisUrl: raw.REDIS_URL,
      dataDir: resolve(raw.DATA_DIR ?? '.data'),
      carrier: carrierOf(raw),
      credentialsKey: raw.CREDENTIALS_KEY,
      openId: openIdOf(raw),
      webhookPrivateTargets: raw.WEBHOOK_PRIVATE_TARGETS ?? false,
      credentialsKeyOld: raw.CREDENTIALS_KEY_OLD,
      roles: Object.freeze(raw.ROLES ?? [...roles]),
      demo: raw.DEMO ?? !configured,
      demoPassword: raw.DEMO_PASSWORD,
      logLevel: raw.LOG_LEVEL ?? 'info',
    }),
  };
}

/** The README's table, between its markers. */
export function configTable(): string {
  const rows = settingNames.map((name) => `| \`${name}\` | ${settings[name].otherwise} | ${settings[name].about} |`);
  return ['| Name | Left out | What it is for |', '| --- | --- | --- |', ...rows].join('\n');
}

/** `.env.example`: every name, commented out. */
export function envExample(): string {
  const blocks = settingNames.map(
    (name) => `# ${settings[name].about}\n# Left out: ${settings[name].otherwise}\n# ${name}=\n`,
  );
  return [
    '# Copy to .env and take the comment sign off what you set. Nothing is needed to try the program.\n',
    ...blocks,
  ].join('\n');
}
