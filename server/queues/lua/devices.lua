-- devices: the screens and kiosks of a site that were heard of in the last days.
-- KEYS[1] anchor. ARGV: 1 time or "".
-- Answer: {at, changed_at (when the queue last changed), devices: [{id, said (JSON), seen, since, silent}]}. Refusals: none.

local answer = { at = instant(), changed_at = tonumber(redis.call('HGET', K.site, 'clock') or '0'), devices = {} }
local heard = redis.call('ZRANGE', K.devices, answer.at - DEVICE_KEPT, '+inf', 'BYSCORE', 'WITHSCORES')
for i = 1, #heard, 2 do
  local seen, known = tonumber(heard[i + 1]), redis.call('HMGET', K.device .. heard[i], 'said', 'since')
  if known[1] then
    answer.devices[#answer.devices + 1] = { id = heard[i], said = known[1], seen = seen,
      since = tonumber(known[2]), silent = not within(DEVICE_SILENT, seen) }
  end
end
return '{"answer":' .. cjson.encode(answer) .. '}'
