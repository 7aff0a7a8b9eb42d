-- call: the next ticket a counter may call, or a chosen one; what the counter had in hand is completed first.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 counter, 4 chosen ticket id or "", 5 needs served (comma list),
--   6 states a call may start from, 7 states that can be completed (comma lists).
-- Answer: the ticket called. Refusals: request_id_reused, queue_empty, unknown_ticket, illegal_move {state}.

local request_id, counter, chosen, needs = ARGV[2], ARGV[3], ARGV[4], split(ARGV[5])
local asked = 'call ' .. counter .. ' ' .. chosen

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()

local id = chosen
if id == '' then id = first_of(needs) end
if not id then return refused('queue_empty') end
local ticket = hash_of(K.ticket .. id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[6], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

local in_hand_id = redis.call('HGET', K.hand, counter)
local in_hand = in_hand_id and hash_of(K.ticket .. in_hand_id)
if in_hand and holds(ARGV[7], in_hand.state) then
  write_ticket(in_hand.id, { 'state', 'done', 'ended_at', now })
  redis.call('HDEL', K.live, in_hand.number)
  record(now, 'ticket', { move = 'complete', ticket = in_hand.id, number = in_hand.number, from = in_hand.state,
    to = 'done', need = in_hand.need, counter = counter, reason = 'next_called', request_id = request_id })
end

local from = ticket.state
ticket.state, ticket.counter, ticket.called_at = 'called', counter, now
ticket.call_count = tonumber(ticket.call_count) + 1
write_ticket(id, { 'state', 'called', 'counter', counter, 'called_at', now, 'call_count', ticket.call_count })
redis.call('ZREM', K.waiting .. ticket.need, id)
redis.call('HSET', K.hand, counter, id)
redis.call('PEXPIRE', K.hand, TICKET_TTL)
redis.call('ZADD', K.calls, now, id)
redis.call('ZREMRANGEBYRANK', K.calls, 0, -CALLS_KEPT - 1)
redis.call('PEXPIRE', K.calls, TICKET_TTL)

record(now, 'ticket', { move = 'call', ticket = id, number = ticket.number, from = from, to = 'called', need = ticket.need,
  counter = counter, reason = chosen ~= '' and 'chosen' or '', request_id = request_id })
return keep_answer(request_id, asked, ticket_view(ticket, 0, now))
