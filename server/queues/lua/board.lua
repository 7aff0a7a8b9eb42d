-- board: what a display shows, read at one version.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 needs of the site (comma list), 3 calls shown at most, 4 local days.
-- Answer: version, at, waiting, calls newest first. Refusals: day_unknown.

local now = clock()
local day = day_of(now, ARGV[4])
if not day then return refused('day_unknown', { now = now }) end

local waiting = 0
for _, need in ipairs(split(ARGV[2])) do waiting = waiting + redis.call('ZCARD', K.waiting .. need) end

-- Yesterday's calls are not news.
local calls = {}
for _, id in ipairs(redis.call('ZRANGE', K.calls, '+inf', day.start, 'BYSCORE', 'REV', 'LIMIT', 0, tonumber(ARGV[3]))) do
  local call = redis.call('HMGET', K.ticket .. id, 'number', 'counter', 'call_count', 'called_at', 'language')
  if call[1] then
    calls[#calls + 1] = { number = call[1], counter = call[2], count = tonumber(call[3]), called_at = tonumber(call[4]),
      language = call[5] }
  end
end
local version = tonumber(redis.call('HGET', K.site, 'version') or '0')
return '{"answer":' .. cjson.encode({ version = version, at = now, waiting = waiting, calls = calls }) .. '}'
