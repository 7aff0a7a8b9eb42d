-- move: changes the state of a ticket that a counter has called.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 verb, 5 states it may start from (comma list),
--   6 target state, 7 counter that must hold it or "", 8 reason or "", 9 "1" when it calls again,
--   10 "1" when it leaves the counter's hands, 11 "1" when its number may be given again.
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, illegal_move {state}, at_another_counter {counter}.

local request_id, id, verb, target, counter = ARGV[2], ARGV[3], ARGV[4], ARGV[6], ARGV[7]
local asked = verb .. ' ' .. id

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()

local ticket = hash_of(K.ticket .. id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[5], ticket.state) then return refused('illegal_move', { state = ticket.state }) end
if counter ~= '' and ticket.counter ~= counter then
  return refused('at_another_counter', { counter = ticket.counter })
end

local from = ticket.state
ticket.state = target
local fields = { 'state', target, 'moved_at', now }
if ARGV[9] == '1' then
  ticket.call_count = tonumber(ticket.call_count) + 1
  ticket.called_at = now
  fields[#fields + 1] = 'call_count'
  fields[#fields + 1] = ticket.call_count
  fields[#fields + 1] = 'called_at'
  fields[#fields + 1] = now
  redis.call('ZADD', K.calls, now, id)
  redis.call('PEXPIRE', K.calls, TICKET_TTL)
end
write_ticket(id, fields)
if ARGV[10] == '1' and ticket.counter and redis.call('HGET', K.hand, ticket.counter) == id then
  redis.call('HDEL', K.hand, ticket.counter)
end
if ARGV[11] == '1' then redis.call('HDEL', K.live, ticket.number) end

record(now, 'ticket', { move = verb, ticket = id, number = ticket.number, from = from, to = target, need = ticket.need,
  counter = ticket.counter or '', reason = ARGV[8], request_id = request_id })
return keep_answer(request_id, asked, ticket_view(ticket, 0, now))
