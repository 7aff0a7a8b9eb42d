-- snapshot: what displays and staff see, read at one version.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 "board", "queue" or "board,queue": which of them, 3 calls shown at most,
--   4 tickets listed a line at most, 5 the site's printers in their order (comma list), 6 openings, 7 days.
-- Answer: version, at, phase, stopped, waiting in all; board: calls newest first; queue: the first waiting of each line,
--   tickets put aside and gone, tickets in hand by counter, closed counters, the stop of tickets with its moment and
--   words, the printers. Refusals: day_unknown.

local now = clock()
local day = day_of(now, ARGV[7])
if not day then return refused('day_unknown', { now = now }) end
local lines = redis.call('SMEMBERS', K.lines)
local phase, stopped = phase_of(now, ARGV[6])
local answer = { version = tonumber(redis.call('HGET', K.site, 'version') or '0'), at = now, phase = phase,
  stopped = stopped, waiting = 0 }
for _, line in ipairs(lines) do answer.waiting = answer.waiting + redis.call('ZCARD', K.waiting .. line) end

local function board()
  -- Yesterday's calls are not news.
  local calls = {}
  for _, id in ipairs(redis.call('ZRANGE', K.calls, 0, tonumber(ARGV[3]) - 1, 'REV')) do
    local call = redis.call('HMGET', K.ticket .. id, 'number', 'counter', 'call_count', 'called_at', 'language')
    if call[1] and call[2] and tonumber(call[4]) >= day.start then
      calls[#calls + 1] = { number = call[1], counter = call[2], count = tonumber(call[3]),
        called_at = tonumber(call[4]), language = call[5] }
    end
  end
  return calls
end

local function rows(key, first, last, reverse)
  local found = {}
  for _, id in ipairs(redis.call(reverse and 'ZREVRANGE' or 'ZRANGE', key, first, last)) do
    local row = redis.call('HMGET', K.ticket .. id, 'number', 'need', 'line', 'language', 'state', 'arrived_at', 'place',
      'head_start', 'priority', 'counter')
    if row[1] then
      found[#found + 1] = { id = id, number = row[1], need = row[2], line = row[3], language = row[4],
        state = row[5], arrived_at = tonumber(row[6]), place = tonumber(row[7]), head_start = tonumber(row[8]),
        priority = row[9] or '', counter = row[10] or nil }
    end
  end
  return found
end

local function queue()
  local at_most, found = tonumber(ARGV[4]) - 1, { rows = {}, hands = {} }
  for _, line in ipairs(lines) do
    for _, row in ipairs(rows(K.waiting .. line, 0, at_most)) do found.rows[#found.rows + 1] = row end
  end
  found.parked = rows(K.parked, 0, at_most)
  found.gone = rows(K.gone, 0, at_most, true)
  for counter, _ in pairs(hash_of(K.hand) or {}) do
    local ticket = in_hand_of(counter)
    if ticket then found.hands[#found.hands + 1] = { counter = counter, ticket = ticket_view(ticket, 0) } end
  end
  found.closed = redis.call('HKEYS', K.closed)
  found.stop = hash_of(K.stop)
  found.printers = {}
  for _, name in ipairs(printers_in(ARGV[5])) do found.printers[#found.printers + 1] = printer_view(name) end
  return found
end

if holds(ARGV[2], 'board') then answer.calls = board() end
if holds(ARGV[2], 'queue') then answer.queue = queue() end
return '{"answer":' .. cjson.encode(answer) .. '}'
