-- inside: everybody who lives at a site and where they stand, read at one version, to be held against the journal.
-- KEYS[1] anchor. ARGV: 1 time or "".
-- Answer: {version, last (id of the journal's latest entry, "" for none), tickets: [{id, number, state, need, line, place, counter}], lines: [{line, ids}],
--   hands: [{counter, id}], numbers: [{number, id}], seats: [{counter, person}]}. Refusals: none.
-- It reads a site whole: milliseconds for a day's people, a second for a hundred thousand.

local answer = { version = tonumber(redis.call('HGET', K.site, 'version') or '0'), tickets = {}, lines = {}, hands = {},
  numbers = {}, seats = {} }
local latest = redis.call('XREVRANGE', K.journal, '+', '-', 'COUNT', 1)[1]
answer.last = latest and latest[1] or ''
for number, id in pairs(hash_of(K.live) or {}) do
  answer.numbers[#answer.numbers + 1] = { number = number, id = id }
  local ticket = ticket_of(id)
  if ticket then
    answer.tickets[#answer.tickets + 1] = { id = id, number = ticket.number, state = ticket.state, need = ticket.need,
      line = ticket.line, place = tonumber(ticket.place), counter = ticket.counter }
  end
end
for _, line in ipairs(redis.call('SMEMBERS', K.lines)) do
  answer.lines[#answer.lines + 1] = { line = line, ids = redis.call('ZRANGE', K.waiting .. line, 0, -1) }
end
for counter, id in pairs(hash_of(K.hand) or {}) do answer.hands[#answer.hands + 1] = { counter = counter, id = id } end
for counter, _ in pairs(hash_of(K.seats) or {}) do
  answer.seats[#answer.seats + 1] = { counter = counter, person = sitter_of(counter) }
end
return '{"answer":' .. cjson.encode(answer) .. '}'
