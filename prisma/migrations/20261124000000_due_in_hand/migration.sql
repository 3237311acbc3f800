-- Cases already in hand (a round begun, a date or an instant agreed) go before fresh ones: found without reading those.
CREATE INDEX "Case_due_in_hand" ON "Case" ("campaignId", "dueAt", "id")
  WHERE "status" = 'open' AND "dueAt" IS NOT NULL
    AND ("roundStartedAt" IS NOT NULL OR "nextFollowUpOn" IS NOT NULL OR "callbackAt" IS NOT NULL);
