-- What the schema language cannot say.
-- A part of a name is found by its pieces: each two signs that follow each other, and single signs beyond ASCII, since one
-- sign of a Chinese name is a family. No extension: whoever brings a server of his own may not be allowed any. The single
-- signs are counted by negative places, and a name that has none of them is not asked for them.
CREATE FUNCTION name_pieces(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT COALESCE(array_agg(CASE WHEN at > 0 THEN substr(low, at, 2) ELSE substr(low, -at, 1) END), '{}')
  FROM lower(name) AS low,
    generate_series(CASE WHEN octet_length(low) = length(low) THEN 1 ELSE -length(low) END, length(low) - 1) AS at
  WHERE at > 0 OR (at < 0 AND ascii(substr(low, -at, 1)) > 127)
$$;
CREATE INDEX "Debtor_name_pieces" ON "Debtor" USING gin (name_pieces("name"));
