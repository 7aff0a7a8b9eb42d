-- stays: what a ticket that is done leaves for the lasting record of its visit. Not a script of its own: put before places.
-- KEYS[1] and ARGV[1] as in `common`. Answer and refusals: none of its own.
-- It is left in the step that ends the ticket, and taken out once the records hold it: no visit is lost while they are
-- away, and no call waits for it to be written.

-- The ticket is done. Its record is owed until `stay_kept` says that it was written.
local function leave_stay(ticket, now)
  local stay = { id = ticket.id, need = ticket.need, language = ticket.language, counter = ticket.counter,
    arrived_at = tonumber(ticket.arrived_at), called_at = tonumber(ticket.called_at), ended_at = now,
    day = redis.call('HGET', K.site, 'day') }
  -- An end before this one may have been taken back, and its record not be let go of yet.
  local owed = redis.call('HGET', K.stays, ticket.id)
  owed = owed and cjson.decode(owed) or {}
  stay.taken_back_at = owed.back and owed.ended_at or owed.taken_back_at
  redis.call('HSET', K.stays, ticket.id, cjson.encode(stay))
  redis.call('PEXPIRE', K.stays, SITE_TTL)
  if not ticket.counter then return end
  redis.call('HSET', K.ended, ticket.counter, cjson.encode({ id = ticket.id, number = ticket.number, at = now, told = false }))
  redis.call('PEXPIRE', K.ended, STAY_TOLD)
end

-- The ticket is not done after all: a record that was written already is owed its end.
local function take_back_stay(ticket, now)
  redis.call('HSET', K.stays, ticket.id, cjson.encode({ id = ticket.id, ended_at = now, back = true }))
  redis.call('PEXPIRE', K.stays, SITE_TTL)
  local last = ticket.counter and redis.call('HGET', K.ended, ticket.counter)
  if last and cjson.decode(last).id == ticket.id then redis.call('HDEL', K.ended, ticket.counter) end
end
