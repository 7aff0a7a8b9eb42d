-- queue: what staff see, read at one version.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 needs of the site (comma list), 3 waiting tickets shown a need at most.
-- Answer: version, at, total waiting, the first waiting of each need, tickets in hand by counter, the printer.
-- Refusals: none.

local now = clock()
local total, waiting, hands = 0, {}, {}

for _, need in ipairs(split(ARGV[2])) do
  local key = K.waiting .. need
  total = total + redis.call('ZCARD', key)
  for _, id in ipairs(redis.call('ZRANGE', key, 0, tonumber(ARGV[3]) - 1)) do
    local row = redis.call('HMGET', K.ticket .. id, 'number', 'language', 'arrived_at', 'place')
    if row[1] then
      waiting[#waiting + 1] = { id = id, number = row[1], need = need, language = row[2], arrived_at = tonumber(row[3]),
        place = tonumber(row[4]) }
    end
  end
end

for counter, id in pairs(hash_of(K.hand) or {}) do
  local ticket = hash_of(K.ticket .. id)
  if ticket and (ticket.state == 'called' or ticket.state == 'serving') then
    hands[#hands + 1] = { counter = counter, ticket = ticket_view(ticket, 0, now) }
  end
end

local printer = hash_of(K.printer) or {}
return '{"answer":' .. cjson.encode({
  version = tonumber(redis.call('HGET', K.site, 'version') or '0'),
  at = now,
  total = total,
  waiting = waiting,
  hands = hands,
  printer = {
    seen = redis.call('EXISTS', K.printer_seen) == 1,
    outcome = printer.outcome,
    detail = printer.detail,
    at = tonumber(printer.at),
    number = printer.number,
  },
}) .. '}'
