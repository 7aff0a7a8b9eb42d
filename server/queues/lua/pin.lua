-- pin: counts a try of the staff corner's PIN before anybody looks at it, or forgets the tries after the right one.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 the PIN's mark, 3 "1" to try, "" to forget, 4 free tries, 5 first wait (ms),
--   6 longest wait (ms).
-- Answer: {wait}: milliseconds until a try may be made; 0: this one may, and is counted. Refusals: none.
-- Counted first: of many tries at once none is looked at that another one has locked out. It is no change of the queue,
-- and writes nothing into the journal.

if ARGV[3] == '' then
  redis.call('DEL', K.pin)
  return '{"answer":{"wait":0}}'
end

local now = instant()
local free, first, longest = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local kept = redis.call('HMGET', K.pin, 'mark', 'tries', 'until')
local same = kept[1] == ARGV[2]
local tries, opens = same and tonumber(kept[2]) or 0, same and tonumber(kept[3]) or 0

-- A clock that was set back must not keep staff out for as long.
if opens - now > longest then
  opens = now + longest
  redis.call('HSET', K.pin, 'until', opens)
end
if now < opens then return '{"answer":' .. cjson.encode({ wait = opens - now }) .. '}' end

tries = tries + 1
opens = tries < free and now or now + math.min(first * 2 ^ (tries - free), longest)
redis.call('HSET', K.pin, 'mark', ARGV[2], 'tries', tries, 'until', opens)
redis.call('PEXPIRE', K.pin, PIN_TRIES_KEPT)
return '{"answer":{"wait":0}}'
