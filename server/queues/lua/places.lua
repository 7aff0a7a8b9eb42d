-- places: where a ticket of each state stands. Not a script of its own: put after `common` and before each script.
-- KEYS[1], ARGV as in `common`. Answer: none. Refusals: none.
-- waiting: in its line · called, serving: in a counter's hand · parked, no_show, cancelled: in a list by time ·
-- done, expired: nowhere, and its number is free.

local IN_HAND = { called = true, serving = true }
local ASIDE = { parked = K.parked, no_show = K.gone, cancelled = K.gone }
local ENDED = { done = true, expired = true }

-- The ticket a counter has in hand, or nil.
local function in_hand_of(counter)
  local id = redis.call('HGET', K.hand, counter)
  local ticket = id and ticket_of(id)
  if ticket and IN_HAND[ticket.state] and ticket.counter == counter then return ticket end
  return nil
end

-- Whether somebody was taken in hand at a desk where nobody sits any more. Where a device calls, nobody ever sits.
local function left_alone(ticket)
  return IN_HAND[ticket.state] and ticket.at_desk == '1' and not sitter_of(ticket.counter)
end

local function leave(ticket)
  local state = ticket.state
  if state == 'waiting' then
    redis.call('ZREM', K.waiting .. ticket.line, ticket.id)
  elseif ASIDE[state] then
    redis.call('ZREM', ASIDE[state], ticket.id)
  elseif IN_HAND[state] and redis.call('HGET', K.hand, ticket.counter) == ticket.id then
    redis.call('HDEL', K.hand, ticket.counter)
  end
end

local function enter(ticket, now)
  local state = ticket.state
  if state == 'waiting' then
    redis.call('ZADD', K.waiting .. ticket.line, ticket.place, ticket.id)
    redis.call('PEXPIRE', K.waiting .. ticket.line, SITE_TTL)
    redis.call('SADD', K.lines, ticket.line)
    redis.call('PEXPIRE', K.lines, SITE_TTL)
  elseif ASIDE[state] then
    redis.call('ZADD', ASIDE[state], now, ticket.id)
    redis.call('PEXPIRE', ASIDE[state], SITE_TTL)
  elseif IN_HAND[state] then
    redis.call('HSET', K.hand, ticket.counter, ticket.id)
    redis.call('PEXPIRE', K.hand, SITE_TTL)
  elseif ENDED[state] then
    if redis.call('HGET', K.live, ticket.number) == ticket.id then redis.call('HDEL', K.live, ticket.number) end
    -- It is called no more: what its phones left is of no more use, unless the end is taken back.
    redis.call('PEXPIRE', K.phones .. ticket.id, state == 'done' and UNDO_KEPT or 0)
  end
end

-- Writes a ticket as it is now. Who lives is kept until the day is ended, also by a machine that was off for weeks.
local function keep_ticket(ticket)
  local fields = {}
  for name, value in pairs(ticket) do
    fields[#fields + 1] = name
    fields[#fields + 1] = value
  end
  redis.call('HSET', K.ticket .. ticket.id, unpack(fields))
  -- A note was for a colleague: of who has ended nobody needs it.
  if ENDED[ticket.state] then redis.call('HDEL', K.ticket .. ticket.id, 'note') end
  local ended = ENDED[ticket.state] or ticket.state == 'cancelled'
  redis.call('PEXPIRE', K.ticket .. ticket.id, ended and TICKET_TTL or SITE_TTL)
end

-- Each ticket that this script has moved, as it was before; and, by its id, the seq of the call that the waiting room knew.
local moved, told_before = {}, {}

local function note_before(ticket)
  local id = ticket.id
  if told_before[id] == nil then told_before[id] = redis.call('ZSCORE', K.calls, id) or '' end
  moved[#moved + 1] = { was = ticket_of(id), seq = told_before[id], phones = redis.call('PTTL', K.phones .. id) }
end

-- Moves a ticket to a state, from wherever it stands. `changes` are fields of the ticket that change with it.
local function settle(ticket, state, now, changes)
  local from = ticket.state
  -- The end of a day is not taken back.
  if state ~= 'expired' then note_before(ticket) end
  -- Where somebody is alone no visit ends, and nobody acts.
  local ends = IN_HAND[from] and not IN_HAND[state] and state ~= 'expired'
  if ends and not left_alone(ticket) then note_leaving(ticket, now) end
  leave(ticket)
  if IN_HAND[state] and not IN_HAND[from] then ticket.at_desk = DESK ~= '' and '1' or '' end
  for name, value in pairs(changes or {}) do ticket[name] = value end
  if IN_HAND[state] and not IN_HAND[from] then note_taking(ticket, from, now) end
  ticket.state, ticket.moved_at = state, now
  if state == 'waiting' then
    -- Whoever waits again was not called yet: the next call is the first, and the last one no news any more.
    ticket.call_count = 0
    if ticket.counter then redis.call('HDEL', K.ticket .. ticket.id, 'counter', 'called_at') end
    ticket.counter, ticket.called_at = nil, nil
    redis.call('ZREM', K.calls, ticket.id)
  end
  enter(ticket, now)
  keep_ticket(ticket)
  if state == 'done' then leave_stay(ticket, now) end
end

-- The line in which a ticket waits: its need's where it was sent by name to a counter that is closed, or to somebody who
-- has left. Nobody would call it from there.
local function line_of(ticket)
  local counter = string.match(ticket.line, '^counter:(.+)$')
  if counter and redis.call('HEXISTS', K.closed, counter) == 1 then return ticket.need end
  local person = string.match(ticket.line, '^mediator:(.+)$')
  if person and redis.call('SISMEMBER', K.left, person) == 1 then return ticket.need end
  return ticket.line
end

-- Who was sent by name, and waits in this line, waits for their need again: same number, same arrival.
local function send_back(line, now, entry)
  for _, id in ipairs(redis.call('ZRANGE', K.waiting .. line, 0, -1)) do
    local ticket = ticket_of(id)
    if ticket then
      settle(ticket, 'waiting', now, { line = ticket.need })
      record(now, 'ticket', { move = 'transfer', ticket = id, number = ticket.number, from = 'waiting', to = 'waiting',
        need = ticket.need, line = ticket.need, counter = entry.counter, mediator = entry.mediator, reason = entry.reason,
        request_id = entry.request_id })
    end
  end
end

-- Calls as the waiting room sees them, from ids with their scores; yesterday's are not news.
local function told_calls(found, day)
  local calls = {}
  for i = 1, #found, 2 do
    local call = redis.call('HMGET', K.ticket .. found[i], 'number', 'counter', 'call_count', 'called_at', 'language', 'need')
    if call[1] and call[2] and tonumber(call[4]) >= day.start then
      calls[#calls + 1] = { seq = tonumber(found[i + 1]), number = call[1], counter = call[2], count = tonumber(call[3]),
        called_at = tonumber(call[4]), language = call[5], need = call[6] }
    end
  end
  return calls
end

-- Leaves word that the ticket's phones are to be told, for whichever web process takes it first.
local function tell_phones(ticket, count)
  if redis.call('EXISTS', K.phones .. ticket.id) == 0 then return end
  redis.call('RPUSH', K.nudges, table.concat({ ticket.id, instant(), count }, ','))
  redis.call('PEXPIRE', K.nudges, NUDGE_LIFE)
  redis.call('PUBLISH', NUDGES, SITE)
end

-- Tells the waiting room a call, or a recall. Calls stand in the order of their versions: while a clock that was set back
-- catches up, many are made at one time.
local function tell_call(ticket, now, count)
  told_before[ticket.id] = redis.call('ZSCORE', K.calls, ticket.id) or ''
  ticket.called_at = now
  ticket.call_count = count
  redis.call('ZADD', K.calls, tonumber(redis.call('HGET', K.site, 'version') or '0') + 1, ticket.id)
  redis.call('ZREMRANGEBYRANK', K.calls, 0, -CALLS_KEPT - 1)
  redis.call('PEXPIRE', K.calls, TICKET_TTL)
  tell_phones(ticket, count)
end
