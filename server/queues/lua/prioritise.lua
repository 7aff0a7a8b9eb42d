-- prioritise: gives a waiting ticket a head start, or takes it back.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 states it may start from (comma list),
--   5 priority or "" for none, 6 head start in ms, 7 counter or "", 8 mediator or "", 9 reason or "", 10 openings, 11 days.
--   ARGV[12…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, illegal_move {state}; day_unknown, turn_due, counter_taken.

local request_id, id, head_start = ARGV[2], ARGV[3], tonumber(ARGV[6])
local asked = table.concat({ 'prioritise', id, ARGV[5], ARGV[7] }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[11])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[4], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

-- The arrival stays: a head start is counted from it, however often it is given. What was yielded stays yielded.
local place = tonumber(ticket.arrived_at) - head_start + (tonumber(ticket.yielded) or 0)
settle(ticket, 'waiting', now, { place = place, head_start = head_start, priority = ARGV[5] })
record(now, 'ticket', { move = 'prioritise', ticket = id, number = ticket.number, from = 'waiting', to = 'waiting',
  need = ticket.need, place = place, head_start = head_start, priority = ARGV[5], counter = ARGV[7],
  mediator = ARGV[8], reason = ARGV[9], request_id = request_id })
return keep_answer(request_id, asked, ticket_view(ticket, ahead_in(ticket, 12)))
