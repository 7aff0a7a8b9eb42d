-- stay: the visit of one ticket whose lasting record is owed, and those that ended at a counter.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 ticket id or "", 3 counter or "".
-- Answer: {at, stay, ended}: the texts as they were left, absent where there is none. Refusals: none.

return '{"answer":' .. cjson.encode({
  at = clock(),
  stay = ARGV[2] ~= '' and redis.call('HGET', K.stays, ARGV[2]) or nil,
  ended = ARGV[3] ~= '' and redis.call('HGET', K.ended, ARGV[3]) or nil,
}) .. '}'
