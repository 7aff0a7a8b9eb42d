-- call: the next ticket a counter may call, or a chosen one. What the counter has in hand is completed first, or stops it.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 counter, 4 mediator or "", 5 chosen ticket id or "", 6 reason or "",
--   7 lines the counter calls from, 8 states a call may start from, 9 states that can be completed (comma lists),
--   10 "1" when the one in hand is completed, 11 openings, 12 days.
-- Answer: the ticket called. Refusals: request_id_reused, counter_closed, counter_busy {ticket, number}, queue_empty,
--   unknown_ticket, illegal_move {state}; day_unknown, turn_due, counter_taken.

local request_id, counter, mediator, chosen = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local asked = 'call ' .. counter .. ' ' .. chosen

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[12])
if not day then return refusal end
if redis.call('HEXISTS', K.closed, counter) == 1 then return refused('counter_closed', { counter = counter }) end

local in_hand = in_hand_of(counter)
if in_hand and not holds(ARGV[9], in_hand.state) then in_hand = nil end
if in_hand and ARGV[10] ~= '1' then
  return refused('counter_busy', { ticket = in_hand.id, number = in_hand.number })
end

local id = chosen
if id == '' then id = first_of(split(ARGV[7])) end
if not id then return refused('queue_empty') end
local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
-- Whoever is left alone at a counter comes to the desk that asks for them.
local alone = DESK ~= '' and left_alone(ticket)
if not alone and not holds(ARGV[8], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

if alone then
  local from, at = ticket.state, ticket.counter
  settle(ticket, 'waiting', now, { line = ticket.need })
  record(now, 'ticket', { move = 'transfer', ticket = id, number = ticket.number, from = from, to = 'waiting',
    need = ticket.need, line = ticket.line, counter = at, mediator = mediator, reason = 'left_alone', request_id = request_id })
  -- A call that is taken back leaves them waiting for their need, and not alone again.
  moved = {}
end

if in_hand then
  local from = in_hand.state
  settle(in_hand, 'done', now)
  record(now, 'ticket', { move = 'complete', ticket = in_hand.id, number = in_hand.number, from = from, to = 'done',
    need = in_hand.need, counter = counter, mediator = mediator, reason = 'next_called', request_id = request_id })
end

local from = ticket.state
tell_call(ticket, now, 1)
settle(ticket, 'called', now, { counter = counter })
note_act(counter, now, mediator)
record(now, 'ticket', { move = 'call', ticket = id, number = ticket.number, from = from, to = 'called', need = ticket.need,
  counter = counter, mediator = mediator, lines = ARGV[7], chosen = chosen ~= '' and '1' or '', reason = ARGV[6],
  request_id = request_id })
keep_way_back(counter, id, 'call', now, day)
return keep_answer(request_id, asked, ticket_view(ticket, 0))
