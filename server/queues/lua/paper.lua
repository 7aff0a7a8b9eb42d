-- paper: print jobs and printers. Not a script of its own: put behind common and before each script.
-- KEYS[1] and ARGV[1] as there. Answer and refusals: none of its own.
-- A printer has a name. One whose agent names none is "agent:" and the agent's id: it takes whatever there is, and what is
-- known of it is what it says of its jobs.

-- A print job, made now: fields beside id, state and its moment. `created_at` is given for one that takes over another's.
local function queue_job(id, now, fields)
  fields.id, fields.state, fields.created_at = id, 'queued', fields.created_at or instant()
  local flat = {}
  for name, value in pairs(fields) do
    flat[#flat + 1] = name
    flat[#flat + 1] = value
  end
  redis.call('HSET', K.job .. id, unpack(flat))
  redis.call('PEXPIRE', K.job .. id, TICKET_TTL)
  redis.call('ZADD', K.jobs, now, id)
  redis.call('PEXPIRE', K.jobs, TICKET_TTL)
end

-- One more paper of a ticket that has one, and the change that it is; gives its id.
local function queue_copy(ticket, now, fields, told)
  local id = ticket.id .. '-' .. redis.call('HINCRBY', K.ticket .. ticket.id, 'copies', 1)
  redis.call('HSET', K.ticket .. ticket.id, 'job', id)
  ticket.job, fields.ticket = id, ticket.id
  queue_job(id, now, fields)
  told.move, told.job, told.ticket, told.number, told.need = 'print', id, ticket.id, ticket.number, ticket.need
  told.from, told.to = '', 'queued'
  record(now, 'job', told)
  return id
end

-- A step of a print job as its entry. A test print is nobody's ticket.
local function tell_job(job, now, about, from, to, more)
  local entry = more or {}
  entry.job, entry.from, entry.to = job.id, from, to
  if job.kind == 'test' then
    entry.move, entry.printer = 'test_print', job.printer
  else
    local ticket = redis.call('HMGET', K.ticket .. job.ticket, 'number', 'need')
    entry.move, entry.ticket, entry.number, entry.need = 'print', job.ticket, ticket[1] or '', ticket[2] or ''
  end
  record(now, about, entry)
end

local function is_named(name) return string.sub(name, 1, 6) ~= 'agent:' end

-- Its agent was heard just now. Printers that nobody heard of for long are forgotten.
local function hear(name)
  redis.call('ZREMRANGEBYSCORE', K.printers, '-inf', instant() - PRINTER_KEPT)
  redis.call('ZADD', K.printers, instant(), name)
  redis.call('PEXPIRE', K.printers, PRINTER_KEPT)
  if redis.call('EXISTS', K.printer .. name) == 1 then redis.call('PEXPIRE', K.printer .. name, PRINTER_KEPT) end
end

local function last_heard(name) return tonumber(redis.call('ZSCORE', K.printers, name) or nil) end

-- ready, low, silent, down, or away when its agent is not heard of. One that has said nothing yet is silent.
local function printer_state(name)
  if not within(PRINTER_AWAY, last_heard(name)) then return 'away' end
  return redis.call('HGET', K.printer .. name, 'state') or 'silent'
end

local function can_print(name)
  local state = printer_state(name)
  return state ~= 'down' and state ~= 'away'
end

-- Keeps how a printer is, and since when; true when that is news.
local function set_condition(name, now, state, reason, detail)
  local before = redis.call('HMGET', K.printer .. name, 'state', 'reason')
  local news = before[1] ~= state or before[2] ~= reason
  if news then redis.call('HSET', K.printer .. name, 'since', now) end
  redis.call('HSET', K.printer .. name, 'state', state, 'reason', reason, 'detail', detail)
  redis.call('PEXPIRE', K.printer .. name, PRINTER_KEPT)
  return news
end

-- The site's printers: those of the setting in their order, also one never heard of, then the others by name.
local function printers_in(order)
  local names, others = split(order), {}
  for _, name in ipairs(redis.call('ZRANGE', K.printers, 0, -1)) do
    if not holds(order, name) then others[#others + 1] = name end
  end
  table.sort(others)
  for _, name in ipairs(others) do names[#names + 1] = name end
  return names
end

-- Whether paper can be expected at all.
local function paper_comes()
  for _, name in ipairs(redis.call('ZRANGE', K.printers, 0, -1)) do
    if can_print(name) then return true end
  end
  return false
end

-- A printer as staff see it. Away since it was last heard of.
local function printer_view(name)
  local known, state = hash_of(K.printer .. name) or {}, printer_state(name)
  local away = state == 'away'
  return { id = name, state = state, reason = not away and known.reason or '', detail = not away and known.detail or '',
    since = away and last_heard(name) or tonumber(known.since), tells_status = known.tells_status or '',
    confirms = known.confirms or '', device = string.match(known.owner or '', '^%S+') or '' }
end
