-- transfer: sends a ticket to another need, a counter or a mediator, where it waits at its old place.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 states it may start from (comma list),
--   5 counter that must hold it or "", 6 mediator who sends it or "", 7 reason or "", 8 need afterwards or "" for the same,
--   9 counter it is sent to or "", 10 mediator it is sent to or "", 11 "+" and a note for whoever has it next, "" to leave
--   the one it has, 12 openings, 13 days.
--   ARGV[14…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, illegal_move {state}, at_another_counter {counter},
--   transfer_to_self, counter_closed; day_unknown, turn_due, counter_taken.

local request_id, id, to_counter, to_mediator = ARGV[2], ARGV[3], ARGV[9], ARGV[10]
local asked = table.concat({ 'transfer', id, ARGV[8], to_counter, to_mediator, ARGV[5] }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[13])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[4], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

local from, at = ticket.state, ticket.counter or ''
local need = ARGV[8] ~= '' and ARGV[8] or ticket.need
local line = need
if to_counter ~= '' then line = 'counter:' .. to_counter end
if to_mediator ~= '' then line = 'mediator:' .. to_mediator end

-- Whoever is left alone at a counter is every desk's to send on.
local alone = DESK ~= '' and left_alone(ticket)
if IN_HAND[from] and ARGV[5] ~= '' and at ~= ARGV[5] and not alone then return refused('at_another_counter', { counter = at }) end
local by_itself = to_counter ~= '' and (to_counter == ARGV[5] or (IN_HAND[from] and to_counter == at))
local to_sender = to_mediator ~= '' and to_mediator == ARGV[6]
local nothing_new = from == 'waiting' and line == ticket.line and need == ticket.need
if by_itself or to_sender or nothing_new then return refused('transfer_to_self') end
if to_counter ~= '' and redis.call('HEXISTS', K.closed, to_counter) == 1 then
  return refused('counter_closed', { counter = to_counter })
end

-- It leaves the line it waits in before it gets the name of the next one.
settle(ticket, 'waiting', now, { line = line, need = need })
-- A note stays with the living ticket: neither the journal nor the answers that are kept tell it.
if ARGV[11] == '+' then redis.call('HDEL', K.ticket .. id, 'note') end
if #ARGV[11] > 1 then redis.call('HSET', K.ticket .. id, 'note', string.sub(ARGV[11], 2)) end
record(now, 'ticket', { move = 'transfer', ticket = id, number = ticket.number, from = from, to = 'waiting', need = need,
  line = line, counter = at, mediator = ARGV[6], reason = ARGV[7], request_id = request_id })
keep_way_back(ARGV[5] ~= '' and ARGV[5] or at, id, 'transfer', now, day)
return keep_answer(request_id, asked, ticket_view(ticket, ahead_in(ticket, 14)))
