-- calls: what the waiting room was told after a moment, the earliest first, as far as it is kept.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 seq of the last call known, 3 openings (not read), 4 days.
-- Answer: calls. Refusals: day_unknown.

local now = clock()
local day = day_of(now, ARGV[4])
if not day then return refused('day_unknown', { now = now }) end
local found = redis.call('ZRANGE', K.calls, '(' .. ARGV[2], '+inf', 'BYSCORE', 'WITHSCORES')
return '{"answer":' .. cjson.encode(told_calls(found, day)) .. '}'
