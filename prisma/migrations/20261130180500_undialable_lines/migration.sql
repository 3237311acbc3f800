-- What the schema language cannot say.
-- Few lines are not dialable: whether a case has one that is, is asked of these few and of the case's numbers, whose index
-- answers alone, instead of the standing of each number one by one.
CREATE INDEX "DebtorLine_undialable" ON "DebtorLine" ("debtorId", "lineId") WHERE "status" NOT IN ('active', 'suspect');
