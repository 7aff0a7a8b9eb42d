-- undo: takes back the latest act of a counter: everybody whom it moved stands again where they stood.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id that the act was about, 4 counter or "" for the one that the
--   ticket names, 5 mediator or "", 6 reason or "", 7 openings, 8 days.
--   ARGV[9…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, too_late, counter_closed {counter},
--   counter_busy {ticket, number}; day_unknown, turn_due, counter_taken.

local request_id, id = ARGV[2], ARGV[3]
local asked = table.concat({ 'undo', id, ARGV[4] }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[8])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
local counter = ARGV[4] ~= '' and ARGV[4] or ticket.counter or ''
local act = way_back_of(counter, now, day)
if not act or act.ticket ~= id then return refused('too_late') end

local ours = {}
for _, each in ipairs(act.moved) do ours[each.was.id] = true end
for _, each in ipairs(act.moved) do
  local at = IN_HAND[each.was.state] and each.was.counter
  if at and redis.call('HEXISTS', K.closed, at) == 1 then return refused('counter_closed', { counter = at }) end
  local busy = IN_HAND[each.was.state] and in_hand_of(each.was.counter)
  if busy and not ours[busy.id] then return refused('counter_busy', { ticket = busy.id, number = busy.number }) end
end

-- The last moved first: who was called leaves the hands before the one who was there comes back to them.
for i = #act.moved, 1, -1 do
  local was, is = act.moved[i].was, ticket_of(act.moved[i].was.id)
  leave(is)
  if is.state == 'done' then take_back_stay(is, now) end
  -- Paper that was asked for meanwhile is no move, and stays the ticket's.
  was.job, was.copies = is.job, is.copies
  if was.state == 'waiting' then was.line = line_of(was) end
  redis.call('DEL', K.ticket .. was.id)
  enter(was, tonumber(was.moved_at))
  keep_ticket(was)
  redis.call('HSET', K.live, was.number, was.id)
  redis.call('PEXPIRE', K.live, SITE_TTL)
  if act.moved[i].seq == '' then redis.call('ZREM', K.calls, was.id)
  else
    -- It may be the only call there is.
    redis.call('ZADD', K.calls, act.moved[i].seq, was.id)
    redis.call('PEXPIRE', K.calls, TICKET_TTL)
  end
  if act.moved[i].phones > 0 then redis.call('PEXPIRE', K.phones .. was.id, act.moved[i].phones) end
  record(now, 'ticket', { move = 'undo', ticket = was.id, number = was.number, from = is.state, to = was.state,
    need = was.need, line = was.line, place = was.place,
    counter = IN_HAND[was.state] and was.counter or counter, undone = act.moved[i].version, mediator = ARGV[5],
    reason = ARGV[6], request_id = request_id })
end
for _, each in ipairs(act.remembered) do redis.call('LREM', each.key, 1, each.text) end
redis.call('DEL', K.undo .. counter)
ticket = ticket_of(id)
return keep_answer(request_id, asked, ticket_view(ticket, ahead_in(ticket, 9)))
