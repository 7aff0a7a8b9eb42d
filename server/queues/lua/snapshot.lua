-- snapshot: what displays and staff see, read at one version.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 "board", "queue" or "board,queue": which of them, 3 calls read at most,
--   4 tickets listed a line at most, 5 the site's printers in their order (comma list), 6 openings, 7 days.
-- Answer: version, at, phase, stopped, waiting in all; board: how many wait in each line, today's calls newest first, and
--   from which seq on they are all there; queue: the first waiting of each line, tickets put aside and gone, tickets in
--   hand by counter with their notes and whether they were left alone there, closed counters as "since,why", seats as "person,since" with the act that each can
--   take back, the stop of tickets with its moment and words, the printers. Refusals: day_unknown.

local now = clock()
local day = day_of(now, ARGV[7])
if not day then return refused('day_unknown', { now = now }) end
local lines = redis.call('SMEMBERS', K.lines)
local phase, stopped = phase_of(now, ARGV[6])
local answer = { version = tonumber(redis.call('HGET', K.site, 'version') or '0'), at = now, phase = phase,
  stopped = stopped, waiting = 0 }
local by_line = {}
for _, line in ipairs(lines) do
  by_line[line] = redis.call('ZCARD', K.waiting .. line)
  answer.waiting = answer.waiting + by_line[line]
end

local function board()
  local newest = redis.call('ZRANGE', K.calls, 0, tonumber(ARGV[3]) - 1, 'REV', 'WITHSCORES')
  local whole = #newest < 2 * tonumber(ARGV[3])
  return told_calls(newest, day), whole and 0 or tonumber(newest[#newest])
end

local function rows(key, first, last, reverse)
  local found = {}
  for _, id in ipairs(redis.call(reverse and 'ZREVRANGE' or 'ZRANGE', key, first, last)) do
    local row = redis.call('HMGET', K.ticket .. id, 'number', 'need', 'line', 'language', 'state', 'arrived_at', 'place',
      'head_start', 'priority', 'counter', 'note')
    if row[1] then
      found[#found + 1] = { id = id, number = row[1], need = row[2], line = row[3], language = row[4],
        state = row[5], arrived_at = tonumber(row[6]), place = tonumber(row[7]), head_start = tonumber(row[8]),
        priority = row[9] or '', counter = row[10] or nil, noted = row[11] and true or nil }
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
    if ticket then
      found.hands[#found.hands + 1] = { counter = counter, ticket = ticket_view(ticket, 0), note = ticket.note,
        alone = left_alone(ticket) or nil }
    end
  end
  found.closed = hash_of(K.closed)
  found.seats, found.acts = hash_of(K.seats), {}
  for counter, _ in pairs(found.seats or {}) do
    local act = way_back_of(counter, now, day)
    if act then
      found.acts[#found.acts + 1] = { counter = counter, ticket = act.ticket, number = act.number, verb = act.verb,
        left = act.at + UNDO_LIFE - now }
    end
  end
  found.stop = hash_of(K.stop)
  found.printers = {}
  for _, name in ipairs(printers_in(ARGV[5])) do found.printers[#found.printers + 1] = printer_view(name) end
  return found
end

if holds(ARGV[2], 'board') then
  answer.lines = by_line
  answer.calls, answer.oldest = board()
end
if holds(ARGV[2], 'queue') then answer.queue = queue() end
return '{"answer":' .. cjson.encode(answer) .. '}'
