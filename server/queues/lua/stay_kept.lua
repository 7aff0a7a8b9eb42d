-- stay_kept: the records hold a visit now, or have let go of one that was taken back.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 ticket id, 3 the text that was read of it or "", 4 the counter where somebody told of
--   the visit, or "".
-- Answer: {}. Refusals: none.
-- It is no change of the queue, and writes nothing into the journal. What was left meanwhile stays: it was not read.

if ARGV[3] ~= '' and redis.call('HGET', K.stays, ARGV[2]) == ARGV[3] then redis.call('HDEL', K.stays, ARGV[2]) end
local text = ARGV[4] ~= '' and redis.call('HGET', K.ended, ARGV[4])
local visits = text and cjson.decode(text) or {}
for _, visit in ipairs(visits) do visit.told = visit.told or visit.id == ARGV[2] end
if text then redis.call('HSET', K.ended, ARGV[4], cjson.encode(visits)) end
return '{"answer":{}}'
