-- stays: what a ticket that is done leaves for the lasting record of its visit. Not a script of its own: put before places.
-- KEYS[1] and ARGV[1] as in `common`. Answer and refusals: none of its own.
-- It is left in the step that ends the ticket, and taken out once the records hold it: no visit is lost while they are
-- away, and no call waits for it to be written.

-- The visits that ended at a counter and can still be told of, the oldest first: none of them told, but for the latest.
local function ended_at(counter, now)
  local text, fresh = redis.call('HGET', K.ended, counter), {}
  for _, visit in ipairs(text and cjson.decode(text) or {}) do
    if now - visit.at < STAY_TOLD then fresh[#fresh + 1] = visit end
  end
  return fresh
end

local function keep_ended(counter, visits)
  if #visits == 0 then
    redis.call('HDEL', K.ended, counter)
    return
  end
  redis.call('HSET', K.ended, counter, cjson.encode(visits))
  redis.call('PEXPIRE', K.ended, STAY_TOLD)
end

-- The ticket is done. Its record is owed until `stay_kept` says that it was written.
local function leave_stay(ticket, now)
  local stay = { id = ticket.id, need = ticket.need, language = ticket.language, counter = ticket.counter,
    arrived_at = tonumber(ticket.arrived_at), called_at = tonumber(ticket.called_at), ended_at = now,
    day = redis.call('HGET', K.site, 'day') }
  -- Nobody was with them for a part of it.
  if not ticket.taken_at then stay.was_alone = true end
  -- An end before this one may have been taken back, and its record not be let go of yet.
  local owed = redis.call('HGET', K.stays, ticket.id)
  owed = owed and cjson.decode(owed) or {}
  stay.taken_back_at = owed.back and owed.ended_at or owed.taken_back_at
  redis.call('HSET', K.stays, ticket.id, cjson.encode(stay))
  redis.call('PEXPIRE', K.stays, SITE_TTL)
  if not ticket.counter then return end
  local visits = {}
  for _, visit in ipairs(ended_at(ticket.counter, now)) do
    if not visit.told then visits[#visits + 1] = visit end
  end
  visits[#visits + 1] = { id = ticket.id, number = ticket.number, at = now, told = false }
  if #visits > ENDED_KEPT then table.remove(visits, 1) end
  keep_ended(ticket.counter, visits)
end

-- The ticket is not done after all: a record that was written already is owed its end.
local function take_back_stay(ticket, now)
  redis.call('HSET', K.stays, ticket.id, cjson.encode({ id = ticket.id, ended_at = now, back = true }))
  redis.call('PEXPIRE', K.stays, SITE_TTL)
  if not ticket.counter then return end
  local others = {}
  for _, visit in ipairs(ended_at(ticket.counter, now)) do
    if visit.id ~= ticket.id then others[#others + 1] = visit end
  end
  keep_ended(ticket.counter, others)
end
