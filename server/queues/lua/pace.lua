-- pace: what is remembered for the estimate of waits. Not a script of its own: put behind paper and before places.
-- KEYS[1] and ARGV[1] as there. Answer and refusals: none of its own.

-- What this script has remembered, to be forgotten where its act is taken back.
local remembered = {}

-- Keeps the newest of a list.
local function remember(key, text, kept, ttl)
  remembered[#remembered + 1] = { key = key, text = text }
  redis.call('LPUSH', key, text)
  redis.call('LTRIM', key, 0, kept - 1)
  redis.call('PEXPIRE', key, ttl)
end

-- A counter did something: somebody sits there, and `mediator` says who, unless it is "".
local function note_act(counter, now, mediator)
  redis.call('HSET', K.acts, counter, now)
  if mediator ~= '' then redis.call('HSET', K.acts, 'by:' .. counter, mediator) end
  redis.call('PEXPIRE', K.acts, ACTS_KEPT)
end

-- A counter takes somebody in hand. For those behind, this began when it was free and the person there: the notes after
-- the visit before are part of what each visit costs them. A longer pause is not.
local function note_taking(ticket, from, now)
  local free = tonumber(redis.call('HGET', K.acts, ticket.counter) or '0')
  local could = math.max(free, tonumber(ticket.moved_at or ticket.arrived_at))
  ticket.taken_at = from == 'waiting' and now - could < PAUSE and could or now
  -- Of those whom nobody moved since they came: others waited for a place that was not foreseen.
  if from == 'waiting' and ticket.foreseen and not ticket.moved_at and ticket.head_start == '0' then
    remember(K.waits, now - ticket.arrived_at .. ' ' .. ticket.foreseen, WAITS_KEPT, WAITS_TTL)
  end
  note_act(ticket.counter, now, '')
end

-- A counter is done with somebody. Who is in hand for hours was forgotten there.
local function note_leaving(ticket, now)
  local took = now - tonumber(ticket.taken_at or now)
  if ticket.taken_at and took < FORGOTTEN then
    remember(K.times, took .. ' ' .. ticket.need, TIMES_KEPT, TIMES_TTL)
  end
  note_act(ticket.counter, now, '')
end

-- The wait with so many ahead, among steps "…;from,low,high;from,low,high": low and high in minutes, nil where unknown.
local function wait_among(steps, ahead)
  local low, high
  for from, lowest, highest in string.gmatch(steps, ';(%d+),(%d*),(%d*)') do
    if tonumber(from) > ahead then break end
    low, high = tonumber(lowest), tonumber(highest)
  end
  return low, high
end
