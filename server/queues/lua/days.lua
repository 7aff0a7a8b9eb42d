-- days: the site's day and its door, and who sits at its counters. Not a script of its own: put behind common.
-- KEYS[1] and ARGV[1] as there. Answer: none. Refusals: none.

-- The day of `now` among "label,start,end,label,start,end,…"; nil when it is in none of them.
local function day_of(now, days)
  local parts = split(days)
  for i = 1, #parts, 3 do
    if tonumber(parts[i + 1]) <= now and now < tonumber(parts[i + 2]) then
      return { label = parts[i], start = tonumber(parts[i + 1]), ending = tonumber(parts[i + 2]) }
    end
  end
  return nil
end

-- Fails when the queue takes no changes, and changes nothing. A full queue still takes commands that only take away, and
-- once one of them was done every other: without this a call would pass or not by what it happens to write first.
local function must_take_changes()
  redis.call('SETRANGE', K.door, 0, '')
end

-- Who sits at a counter and since when; nil where nobody does.
local function sitter_of(counter)
  local seat = redis.call('HGET', K.seats, counter)
  if not seat then return nil end
  local person, since = string.match(seat, '^(.*),(.*)$')
  return person, tonumber(since)
end

-- The refusal of what only who sits there may ask.
local function taken(counter)
  local by, since = sitter_of(counter)
  return refused('counter_taken', { counter = counter, by = by, since = since })
end

-- The site's day, for a change; nil and a refusal when the clock is in none of the days given, or when the day before
-- was not ended yet: whoever is left of it must not be called today. A desk that lost its counter changes nothing.
local function today(now, days)
  must_take_changes()
  local day = day_of(now, days)
  if not day then return nil, refused('day_unknown', { now = now }) end
  local running = redis.call('HGET', K.site, 'day')
  if running and running < day.label then return nil, refused('turn_due') end
  -- A setting that moved the turn of the day must not lead back into a day whose numbers were given.
  if running then day.label = running end
  if DESK ~= '' and sitter_of(DESK) ~= SITTER then return nil, taken(DESK) end
  return day
end

-- open, last_tickets or closed, by openings "opens,last,closes,…" or "always"; a manual stop leaves the desks at work.
local function phase_of(now, openings)
  local phase = openings == 'always' and 'open' or 'closed'
  local parts = openings == 'always' and {} or split(openings)
  for i = 1, #parts, 3 do
    if tonumber(parts[i]) <= now and now < tonumber(parts[i + 2]) then
      phase = now < tonumber(parts[i + 1]) and 'open' or 'last_tickets'
    end
  end
  return phase, redis.call('EXISTS', K.stop) == 1
end
