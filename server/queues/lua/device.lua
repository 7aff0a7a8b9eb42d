-- device: a screen or a kiosk says how it is, or staff no longer want to hear of it.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 device (its id, or id:screen), 3 what it says (JSON), "" to forget it, 4 what
--   of it is told with the moment since when it is so, 5 names (id and id:screen) it may have: older ones are forgotten.
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

local number, others = string.match(id, '^[^:]+'), {}
for _, name in ipairs(redis.call('ZRANGE', K.devices, 0, -1)) do
  if name ~= id and string.match(name, '^[^:]+') == number then others[#others + 1] = name end
end
for i = 1, #others + 1 - tonumber(ARGV[5]) do
  redis.call('ZREM', K.devices, others[i])
  redis.call('DEL', K.device .. others[i])
end
return '{"answer":' .. cjson.encode({ seen = now }) .. '}'
