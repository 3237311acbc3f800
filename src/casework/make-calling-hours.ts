import { Router, type RequestHandler } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { CalendarShelf } from './adapters/calendar-shelf.ts';
import { libraryCalendars } from './adapters/library-calendars.ts';
import { makePhoneJudge } from './adapters/placement-phone-judge.ts';
import { makePrismaCalendarBook } from './adapters/prisma-calendar-book.ts';
import { makePrismaProbeBook } from './adapters/prisma-probe-book.ts';
import { makePrismaWindowBook } from './adapters/prisma-window-book.ts';
import { makePrismaZoneOverrides } from './adapters/prisma-zone-overrides.ts';
import { makeCalendarDesk, type CalendarDesk } from './calendars.ts';
import type { DueStore } from './due-cases.ts';
import { makeCalendarsDoor } from './http/calendars-door.ts';
import { makeProbeDoor } from './http/probe-door.ts';
import { makeWindowsDoor } from './http/windows-door.ts';
import { makeZoneOverridesDoor } from './http/zone-overrides-door.ts';
import type { AuditTrail } from './ports.ts';
import { makeProbe } from './probe-number.ts';
import { makeWindowDesk } from './window-desk.ts';

/** When calls are made: calendars, zones, windows, and what all of them come to. */
export function makeCallingHours(deps: {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly shelf: CalendarShelf;
  readonly store: DueStore;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
}): { readonly router: Router; readonly calendarDesk: CalendarDesk } {
  const { prisma, clock, audit, shelf, requireSupervisor, requireAdmin } = deps;
  const calendarDesk = makeCalendarDesk({ book: makePrismaCalendarBook(prisma), library: libraryCalendars, clock });
  const router = Router();
  router.use(makeCalendarsDoor({ desk: calendarDesk, audit, requireSupervisor, requireAdmin }));
  router.use(
    makeZoneOverridesDoor({ zones: makePrismaZoneOverrides(prisma), audit, clock, requireSupervisor, requireAdmin }),
  );
  const windows = makeWindowDesk({ book: makePrismaWindowBook(prisma, shelf), clock });
  router.use(makeWindowsDoor({ desk: windows, audit, requireSupervisor, requireAdmin }));
  const book = makePrismaProbeBook({ prisma, shelf, store: deps.store });
  router.use(makeProbeDoor({ probe: makeProbe({ book, judgeFor: makePhoneJudge, clock }), requireSupervisor }));
  return { router, calendarDesk };
}
