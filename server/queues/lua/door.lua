-- door: what stands at a site's door: may one take a ticket, and for what.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 needs of the site (comma list), 3 openings, 4 days.
-- Answer: phase, stopped, texts (JSON or nil), waiting by need, closed counters, whether a printer can print, version,
--   at. Refusals: day_unknown,
--   turn_due: what was stopped or closed yesterday is not so today.
-- It writes: a queue that takes no changes must not look open, or the kiosk would only learn it from a person's tap.

local now = clock()
-- The openings are those around the days given: in another day they would say that every site is closed.
local day, refusal = today(now, ARGV[4])
if not day then return refusal end
redis.call('SET', K.door, now, 'PX', DOOR_SEEN)
local phase, stopped = phase_of(now, ARGV[3])
local waiting = {}
for _, need in ipairs(split(ARGV[2])) do waiting[need] = redis.call('ZCARD', K.waiting .. need) end
return '{"answer":' .. cjson.encode({
  phase = phase,
  stopped = stopped,
  texts = redis.call('HGET', K.stop, 'texts') or nil,
  waiting = waiting,
  closed = redis.call('HKEYS', K.closed),
  paper = paper_comes(),
  version = tonumber(redis.call('HGET', K.site, 'version') or '0'),
  at = now,
}) .. '}'
