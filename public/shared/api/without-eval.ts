import { config } from 'zod';

/** The page's content security policy forbids eval; zod would probe for it. Must be imported before any schema. */
config({ jitless: true });
