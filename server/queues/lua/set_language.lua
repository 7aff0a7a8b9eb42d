-- set_language: a ticket is called, spoken and printed in another language from now on. Nothing else of it changes, and nothing at
--   all where it is that one already.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 states it may be in (comma list), 5 language,
--   6 counter or "", 7 mediator or "", 8 reason or "", 9 openings, 10 days.
--   ARGV[11…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, illegal_move {state}; day_unknown, turn_due, counter_taken.

local request_id, id, language = ARGV[2], ARGV[3], ARGV[5]
local asked = table.concat({ 'set_language', id, language, ARGV[6] }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[10])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[4], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

if ticket.language ~= language then
  ticket.language = language
  redis.call('HSET', K.ticket .. id, 'language', language)
  record(now, 'ticket', { move = 'set_language', ticket = id, number = ticket.number, from = ticket.state,
    to = ticket.state, need = ticket.need, language = language, counter = ARGV[6], mediator = ARGV[7], reason = ARGV[8],
    request_id = request_id })
end
return keep_answer(request_id, asked, ticket_view(ticket, ahead_in(ticket, 11)))
