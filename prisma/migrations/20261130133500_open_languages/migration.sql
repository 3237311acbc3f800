-- Whoever paces asks every few seconds which languages a campaign's open cases want (AGT-16): the index alone answers.
CREATE INDEX "Case_open_languages" ON "Case" ("campaignId", "language") WHERE "status" = 'open';
