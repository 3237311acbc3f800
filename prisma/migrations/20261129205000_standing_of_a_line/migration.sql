-- What holds of a line for whoever has it or comes to have it (3.3 items 7 and 10, 5.4): somebody there wants no calls, it is
-- no number, it is vacant. Nothing when it can be dialed.
CREATE FUNCTION "standing_of_line"(line UUID) RETURNS TABLE ("status" TEXT, "statusReason" TEXT) LANGUAGE sql STABLE AS $$
  SELECT d."status",
    CASE WHEN d."status" <> 'invalid' THEN d."statusReason"
      WHEN 'vacant' = ANY (string_to_array(d."statusReason", ',')) THEN 'vacant' ELSE 'suspended' END
  FROM "DebtorLine" d
  WHERE d."lineId" = line AND (d."status" IN ('blocked', 'malformed')
    OR (d."status" = 'invalid' AND string_to_array(d."statusReason", ',') && ARRAY['vacant', 'suspended']))
  ORDER BY array_position(ARRAY['blocked', 'malformed', 'invalid'], d."status") LIMIT 1
$$;
