-- seat: somebody takes a counter, takes it over from whoever sits there, or leaves it; or is gone from the site. One person
-- sits at a counter, and each at one counter of the site. Who was sent by name to somebody who leaves waits for their need
-- again.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 counter or "", 4 person, 5 "take", "take_over", "leave" or "gone" (with no
--   counter: whichever they have), 6 what becomes of who is in hand where they leave: "complete", "back" in line, "along" to
--   the counter they take, "stay"; "" where it was not said, 7 the ticket of whom that was said, "" for whoever it is,
--   8 openings, 9 days.
-- Answer: {counter}. Refusals: request_id_reused, counter_taken {counter, by, since}, counter_closed {counter},
--   counter_busy {ticket, number} (who leaves says first what becomes of them, not of somebody else);
--   day_unknown, turn_due, counter_taken.
-- Who stays is in nobody's care: every desk of the site sees them, until somebody sits there or takes them on.

local request_id, counter, person, wish, parting, said_of = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local asked = table.concat({ 'seat', counter, person, wish, parting, said_of }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[9])
if not day then return refusal end

local PARTINGS = {
  complete = { move = 'complete', to = 'done' },
  back = { move = 'transfer', to = 'waiting' },
  along = { move = 'park', to = 'parked' },
}

local function busy_with(ticket) return refused('counter_busy', { ticket = ticket.id, number = ticket.number }) end

-- Whether what was said tells what becomes of somebody: the desk may have called another since.
local function is_said_of(ticket) return parting ~= '' and (said_of == '' or said_of == ticket.id) end

local function tell(ticket, move, from, at, more)
  local entry = more or {}
  entry.move, entry.ticket, entry.number, entry.need = move, ticket.id, ticket.number, ticket.need
  entry.from, entry.to, entry.counter, entry.mediator = from, ticket.state, at, person
  entry.reason, entry.request_id = 'counter_left', request_id
  record(now, 'ticket', entry)
end

-- Who was in hand leaves it as was said. Whoever comes along is put aside until the other counter is taken.
local function part_from(ticket, at)
  local parts = PARTINGS[parting]
  if not parts then return end
  local from = ticket.state
  local back = parts.to == 'waiting' and ticket.need or nil
  settle(ticket, parts.to, now, { line = back })
  tell(ticket, parts.move, from, at, { line = back })
end

-- Whoever was called is called to the other counter, aloud; whoever was there already goes on there.
local function take_along(ticket, was_called)
  if was_called then tell_call(ticket, now, 1) end
  settle(ticket, was_called and 'called' or 'serving', now, { counter = counter, at_desk = '1' })
  tell(ticket, was_called and 'call' or 'resume', 'parked', counter, { chosen = was_called and '1' or nil })
end

local function leave_seat(from, reason)
  local hand = in_hand_of(from)
  if hand then
    part_from(hand, from)
    if IN_HAND[hand.state] then
      redis.call('HSET', K.ticket .. hand.id, 'at_desk', '1')
      -- How long nobody was with them is not how long a visit takes.
      redis.call('HDEL', K.ticket .. hand.id, 'taken_at')
    end
  end
  redis.call('HDEL', K.seats, from)
  -- Nobody sits there: no wait is foreseen from it.
  redis.call('HDEL', K.acts, from, 'by:' .. from)
  redis.call('DEL', K.undo .. from)
  record(now, 'site', { move = 'leave_counter', counter = from, mediator = person, reason = reason, request_id = request_id })
  return hand
end

-- They are at no counter any more: nobody else calls who was sent to them.
local function stands_up(who)
  redis.call('SADD', K.left, who)
  redis.call('PEXPIRE', K.left, SITE_TTL)
  send_back('mediator:' .. who, now, { counter = counter, mediator = who, reason = 'mediator_left', request_id = request_id })
end

-- The counter that somebody has; nil for none.
local function seat_of(who)
  for other, _ in pairs(hash_of(K.seats) or {}) do
    if sitter_of(other) == who then return other end
  end
end

local by, had = sitter_of(counter), seat_of(person)
if wish == 'leave' then
  if by == person then
    local hand = in_hand_of(counter)
    if hand and (parting == 'along' or not is_said_of(hand)) then return busy_with(hand) end
    leave_seat(counter, '')
    stands_up(person)
  end
elseif wish == 'gone' then
  if had then leave_seat(had, 'gone') end
  stands_up(person)
elseif by ~= person then
  if by and wish ~= 'take_over' then return taken(counter) end
  local hand = had and in_hand_of(had)
  if hand and not is_said_of(hand) then return busy_with(hand) end
  local along = hand and parting == 'along'
  if along and redis.call('HEXISTS', K.closed, counter) == 1 then return refused('counter_closed', { counter = counter }) end
  local busy = along and in_hand_of(counter)
  if busy then return busy_with(busy) end
  local was_called = along and hand.state == 'called'
  local left = had and leave_seat(had, 'takes_another')
  redis.call('HSET', K.seats, counter, person .. ',' .. now)
  redis.call('PEXPIRE', K.seats, SITE_TTL)
  redis.call('DEL', K.undo .. counter)
  note_act(counter, now, person)
  redis.call('SREM', K.left, person)
  -- The day begins with its first change, ticket or not: the seats end with it.
  redis.call('HSET', K.site, 'day', day.label)
  record(now, 'site', { move = 'take_counter', counter = counter, mediator = person, from = by or '',
    request_id = request_id })
  if along then take_along(left, was_called) end
  if by then stands_up(by) end
end
return keep_answer(request_id, asked, { counter = counter })
