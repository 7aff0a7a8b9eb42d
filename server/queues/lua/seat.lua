-- seat: somebody takes a counter, takes it over from whoever sits there, or leaves it; or is gone from the site. One person
-- sits at a counter, and each at one counter of the site. Who was sent by name to somebody who leaves waits for their need
-- again.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 counter or "", 4 person, 5 "take", "take_over", "leave" or "gone" (with no
--   counter: whichever they have), 6 openings, 7 days.
-- Answer: {counter}. Refusals: request_id_reused, counter_taken {counter, by, since}; day_unknown, turn_due, counter_taken.
-- The person in hand stays in the counter's: whoever sits there next has them before them.

local request_id, counter, person, wish = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local asked = table.concat({ 'seat', counter, person, wish }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[7])
if not day then return refusal end

local function leave_seat(from, reason)
  redis.call('HDEL', K.seats, from)
  -- Nobody sits there: no wait is foreseen from it.
  redis.call('HDEL', K.acts, from, 'by:' .. from)
  redis.call('DEL', K.undo .. from)
  record(now, 'site', { move = 'leave_counter', counter = from, mediator = person, reason = reason, request_id = request_id })
end

-- They are at no counter any more: nobody else calls who was sent to them.
local function stands_up(who)
  redis.call('SADD', K.left, who)
  redis.call('PEXPIRE', K.left, SITE_TTL)
  send_back('mediator:' .. who, now, { counter = counter, mediator = who, reason = 'mediator_left', request_id = request_id })
end

local by = sitter_of(counter)
if wish == 'leave' then
  if by == person then
    leave_seat(counter, '')
    stands_up(person)
  end
elseif wish == 'gone' then
  for other, _ in pairs(hash_of(K.seats) or {}) do
    if sitter_of(other) == person then leave_seat(other, 'gone') end
  end
  stands_up(person)
elseif by ~= person then
  if by and wish ~= 'take_over' then return taken(counter) end
  for other, _ in pairs(hash_of(K.seats) or {}) do
    if sitter_of(other) == person then leave_seat(other, 'takes_another') end
  end
  redis.call('HSET', K.seats, counter, person .. ',' .. now)
  redis.call('PEXPIRE', K.seats, SITE_TTL)
  redis.call('DEL', K.undo .. counter)
  note_act(counter, now, person)
  redis.call('SREM', K.left, person)
  -- The day begins with its first change, ticket or not: the seats end with it.
  redis.call('HSET', K.site, 'day', day.label)
  record(now, 'site', { move = 'take_counter', counter = counter, mediator = person, from = by or '',
    request_id = request_id })
  if by then stands_up(by) end
end
return keep_answer(request_id, asked, { counter = counter })
