-- device: a screen or a kiosk says how it is, or staff no longer want to hear of it.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 device (its id, or id:screen), 3 what it says (JSON), "" to forget it, 4 what of it is told with the
--   moment since when it is so.
-- Answer: {seen}. Refusals: none.
-- It is no change of the queue: it raises no version, and writes nothing into the journal.

local now, id, key = instant(), ARGV[2], K.device .. ARGV[2]
redis.call('ZREMRANGEBYSCORE', K.devices, '-inf', now - DEVICE_KEPT)
if ARGV[3] == '' then
  redis.call('ZREM', K.devices, id)
  redis.call('DEL', key)
  return '{"answer":' .. cjson.encode({ seen = now }) .. '}'
end

-- One that comes back is so since then: nobody knows what it was meanwhile.
local stayed = within(DEVICE_SILENT, tonumber(redis.call('ZSCORE', K.devices, id) or nil))
if not stayed or redis.call('HGET', key, 'told') ~= ARGV[4] then redis.call('HSET', key, 'since', now) end
redis.call('HSET', key, 'said', ARGV[3], 'told', ARGV[4])
redis.call('PEXPIRE', key, DEVICE_KEPT)
redis.call('ZADD', K.devices, now, id)
redis.call('PEXPIRE', K.devices, DEVICE_KEPT)
return '{"answer":' .. cjson.encode({ seen = now }) .. '}'
