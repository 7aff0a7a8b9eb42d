-- phone: keeps how a phone is told of its ticket's calls, or forgets it.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 secret of the follow link, 3 the phone's name, 4 its subscription (JSON), or "" to
--   forget it, 5 phones that one ticket may have.
-- Answer: {}. Refusals: unknown_ticket, too_many_phones.
-- It is no change of the queue, and writes nothing into the journal.

local link = K.follow .. ARGV[2]
local id = redis.call('GET', link)
if not id then return refused('unknown_ticket') end
local phones = K.phones .. id

if ARGV[4] == '' then
  redis.call('HDEL', phones, ARGV[3])
  return '{"answer":{}}'
end

must_take_changes()
if redis.call('HEXISTS', phones, ARGV[3]) == 0 and redis.call('HLEN', phones) >= tonumber(ARGV[5]) then
  return refused('too_many_phones')
end
redis.call('HSET', phones, ARGV[3], ARGV[4])
-- It dies with the link, at the end of the day.
redis.call('PEXPIRE', phones, math.max(redis.call('PTTL', link), 1))
return '{"answer":{}}'
