-- common: what every script shares. Not a script of its own: put after the key names and before each script.
-- KEYS[1] the site's anchor key. ARGV[1] a given time in ms, for tests, or "" for Redis TIME; where a desk asks, behind a
--   comma each, the counter that it must hold and for whom: "time,counter,person".
-- Answer and refusals are JSON texts: {"answer":…}, {"repeat":true,"answer":…} or {"refused":code,…}.

local SITE = string.match(KEYS[1], '{(.-)}')
local TIME, DESK, SITTER = string.match(ARGV[1], '^([^,]*),?([^,]*),?(.*)$')

-- What the queue's machine believes. Lives of a minute are counted on it: while the site's clock waits for one that was
-- set back, paper must go on ageing.
local function instant()
  local given = tonumber(TIME)
  if given then return given end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- The site's clock: Redis TIME, never before the site's own last time.
local function clock()
  local now = instant()
  local last = tonumber(redis.call('HGET', K.site, 'clock') or '0')
  if now < last then return last end
  return now
end

local function refused(code, more)
  local answer = more or {}
  answer.refused = code
  return cjson.encode(answer)
end

local function split(text)
  local parts = {}
  for part in string.gmatch(text, '[^,]+') do parts[#parts + 1] = part end
  return parts
end

local function holds(list, value)
  return string.find(',' .. list .. ',', ',' .. value .. ',', 1, true) ~= nil
end

-- A repeat of request_id gets its first answer; for a different question it is refused. nil when it is new.
local function first_answer(request_id, asked)
  local kept = redis.call('HMGET', K.request .. request_id, 'of', 'answer')
  if not kept[1] then return nil end
  if kept[1] ~= asked then return refused('request_id_reused') end
  return '{"repeat":true,"answer":' .. kept[2] .. '}'
end

local function keep_answer(request_id, asked, answer, ttl)
  local text = cjson.encode(answer)
  redis.call('HSET', K.request .. request_id, 'of', asked, 'answer', text)
  redis.call('PEXPIRE', K.request .. request_id, ttl or REQUEST_TTL)
  return '{"answer":' .. text .. '}'
end

-- One accepted change: one version, one journal entry, one announcement.
local function record(now, about, entry)
  local version = redis.call('HINCRBY', K.site, 'version', 1)
  redis.call('HSET', K.site, 'clock', now)
  redis.call('PEXPIRE', K.site, SITE_TTL)
  local fields = { 'version', version, 'at', now }
  for _, name in ipairs({ 'ticket', 'number', 'from', 'to', 'need', 'counter', 'mediator', 'reason', 'request_id' }) do
    entry[name] = entry[name] or ''
  end
  for name, value in pairs(entry) do
    fields[#fields + 1] = name
    fields[#fields + 1] = value
  end
  redis.call('XADD', K.journal, '*', unpack(fields))
  -- What was done to a ticket can be taken back while nothing else was. Its paper goes on meanwhile.
  if about == 'ticket' and not entry.job then redis.call('HSET', K.ticket .. entry.ticket, 'changed', version) end
  redis.call('PUBLISH', CHANNEL, SITE .. ' ' .. version .. ' ' .. about)
  return version
end

local function hash_of(key)
  local flat = redis.call('HGETALL', key)
  if #flat == 0 then return nil end
  local hash = {}
  for i = 1, #flat, 2 do hash[flat[i]] = flat[i + 1] end
  return hash
end

local function ticket_of(id) return hash_of(K.ticket .. id) end

-- Those of these lines in which somebody waited since the day began.
local function in_use(lines)
  local wanted, used = {}, {}
  for _, line in ipairs(lines) do wanted[line] = true end
  for _, line in ipairs(redis.call('SMEMBERS', K.lines)) do
    if wanted[line] then used[#used + 1] = line end
  end
  return used
end

-- People who would be called before this place, among the lines that share a counter with its own.
local function ahead_of(lines, place, id)
  local ahead = 0
  for _, line in ipairs(in_use(lines)) do
    local waiting = K.waiting .. line
    ahead = ahead + redis.call('ZCOUNT', waiting, '-inf', '(' .. place)
    for _, other in ipairs(redis.call('ZRANGE', waiting, place, place, 'BYSCORE')) do
      if other < id then ahead = ahead + 1 end
    end
  end
  return ahead
end

-- Everybody who waits in these lines at this place or before it.
local function waiting_up_to(lines, place)
  local waiting = 0
  for _, line in ipairs(in_use(lines)) do waiting = waiting + redis.call('ZCOUNT', K.waiting .. line, '-inf', place) end
  return waiting
end

-- The first of a line and its place. The records of a ticket may be lost, and its place in a line stay: the dead are
-- taken out here, or one of them would stop everybody behind.
local function head_of(line)
  while true do
    local head = redis.call('ZRANGE', line, 0, 0, 'WITHSCORES')
    if not head[1] or redis.call('EXISTS', K.ticket .. head[1]) == 1 then return head[1], tonumber(head[2]) end
    redis.call('ZREM', line, head[1])
  end
end

-- Whom these lines would give first: the smallest place, ties broken by the site's sequence, which is the id.
local function first_of(lines)
  local best, best_place
  for _, line in ipairs(in_use(lines)) do
    local head, place = head_of(K.waiting .. line)
    if head and (not best or place < best_place or (place == best_place and head < best)) then
      best, best_place = head, place
    end
  end
  return best
end

-- Whether that moment of the machine's clock is no further away than `life`; in the future, too: the clock was set back.
local function within(life, moment)
  return moment ~= nil and math.abs(instant() - moment) <= life
end

-- What the paper is known to be doing: a queued job past its life and a claimed one past its lease need no sweeper.
local function job_state(job)
  if job.state == 'queued' and not within(JOB_LIFE, tonumber(job.created_at)) then return 'expired' end
  if job.state == 'claimed' and not within(JOB_LEASE, tonumber(job.claimed_at)) then return 'unconfirmed' end
  return job.state
end

-- A ticket as it is answered.
local function ticket_view(ticket, ahead)
  -- Its latest paper: a reprint is a job of its own.
  local paper = ticket.job or ticket.id
  local job = hash_of(K.job .. paper)
  return {
    id = ticket.id,
    number = ticket.number,
    need = ticket.need,
    line = ticket.line,
    language = ticket.language,
    state = ticket.state,
    ahead = ahead,
    arrived_at = tonumber(ticket.arrived_at),
    head_start = tonumber(ticket.head_start),
    priority = ticket.priority,
    counter = ticket.counter,
    called_at = tonumber(ticket.called_at),
    call_count = tonumber(ticket.call_count),
    secret = ticket.secret,
    print = { id = paper, state = job and job_state(job) or 'expired' },
  }
end

-- The lines that share a counter with a ticket's own, by ARGV from `first` on: for each line its name and those lines.
-- A line that is not among them (someone sent to a mediator) is called from for itself alone.
local function rivals_of(ticket, first)
  for i = first, #ARGV, 2 do
    if ARGV[i] == ticket.line then return split(ARGV[i + 1]) end
  end
  return { ticket.line }
end

-- People ahead of a ticket, by the same ARGV.
local function ahead_in(ticket, first)
  if ticket.state ~= 'waiting' then return 0 end
  return ahead_of(rivals_of(ticket, first), ticket.place, ticket.id)
end
