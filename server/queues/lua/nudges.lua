-- nudges: takes calls that phones are to be told of. What one caller took, no other gets, and nobody gets twice: with
--   an answer that is lost, the messages of up to as many calls as were asked for (16) are lost.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 calls at most.
-- Answer: {nudges}: number, language, counter, count of calls and secret of the ticket, and its phones: subscriptions
--   (JSON) by name; {more}: whether some are left. Refusals: none.
-- It is no change of the queue, and writes nothing into the journal.

local nudges = {}
for _, call in ipairs(redis.call('LPOP', K.nudges, tonumber(ARGV[2])) or {}) do
  local id, told_at, count = unpack(split(call))
  local ticket = ticket_of(id)
  local phones = hash_of(K.phones .. id)
  -- Whoever was called again since is told of that, who was sent elsewhere of nothing; after a while it is no news.
  if ticket and phones and ticket.state == 'called' and ticket.call_count == count
    and within(NUDGE_LIFE, tonumber(told_at)) then
    nudges[#nudges + 1] = { number = ticket.number, language = ticket.language, counter = ticket.counter,
      count = tonumber(count), secret = ticket.secret, phones = phones }
  end
end
return '{"answer":' .. cjson.encode({ nudges = nudges, more = redis.call('EXISTS', K.nudges) == 1 }) .. '}'
