-- reprint: one more paper of a ticket, marked as a duplicate.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 states in which a paper is of use (comma list),
--   5 counter or "", 6 mediator or "", 7 openings, 8 days.
--   ARGV[9…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket, its print being the new job. Refusals: request_id_reused, unknown_ticket, ticket_over {state},
--   print_pending; day_unknown, turn_due, counter_taken.

local request_id, id = ARGV[2], ARGV[3]
local asked = 'reprint ' .. id
local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[8])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[4], ticket.state) then return refused('ticket_over', { state = ticket.state }) end
local job = hash_of(K.job .. (ticket.job or id))
local state = job and job_state(job)
if state == 'queued' or state == 'claimed' then return refused('print_pending') end

local ahead = ahead_in(ticket, 9)
queue_copy(ticket, now, { duplicate = '1', ahead = ahead },
  { reason = 'reprint', counter = ARGV[5], mediator = ARGV[6], request_id = request_id })
return keep_answer(request_id, asked, ticket_view(ticket, ahead))
