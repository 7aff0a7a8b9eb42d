-- move: changes the state of a ticket, for every verb that has no script of its own.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 verb, 5 states it may start from (comma list),
--   6 target state, 7 counter that must hold it, or that takes it in hand; or "", 8 mediator or "", 9 reason or "",
--   10 openings, 11 days.
--   ARGV[12…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, illegal_move {state}, at_another_counter {counter},
--   counter_closed, counter_busy {ticket, number}, day_over; day_unknown, turn_due, counter_taken.

local request_id, id, verb, target, counter = ARGV[2], ARGV[3], ARGV[4], ARGV[6], ARGV[7]
local asked = table.concat({ verb, id, counter }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[11])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[5], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

local from, at = ticket.state, ticket.counter
local changes = {}
if IN_HAND[from] then
  -- The visit of whoever is left alone at a counter is every desk's to end.
  local alone = DESK ~= '' and verb == 'complete' and left_alone(ticket)
  if counter ~= '' and at ~= counter and not alone then return refused('at_another_counter', { counter = at }) end
elseif IN_HAND[target] then
  -- Without another word it goes on where it was put aside.
  at = counter ~= '' and counter or at
  if redis.call('HEXISTS', K.closed, at) == 1 then return refused('counter_closed', { counter = at }) end
  local busy = in_hand_of(at)
  if busy then return refused('counter_busy', { ticket = busy.id, number = busy.number }) end
  changes.counter = at
elseif target == 'waiting' then
  -- A number that is free may have been given again: only who still holds theirs can come back.
  if redis.call('HGET', K.live, ticket.number) ~= id then return refused('day_over') end
  changes.line = line_of(ticket)
end

if target == 'called' then tell_call(ticket, now, tonumber(ticket.call_count) + 1) end
settle(ticket, target, now, changes)
record(now, 'ticket', { move = verb, ticket = id, number = ticket.number, from = from, to = target, need = ticket.need,
  line = target == 'waiting' and ticket.line or '', counter = at or '', mediator = ARGV[8], reason = ARGV[9],
  request_id = request_id })
keep_way_back(counter ~= '' and counter or at or '', id, verb, now, day)
return keep_answer(request_id, asked, ticket_view(ticket, ahead_in(ticket, 12)))
