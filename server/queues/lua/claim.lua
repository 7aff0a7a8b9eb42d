-- claim: gives a printer the oldest queued job that is its turn, and ends the jobs that waited too long.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 claim id (one for each HTTP request), 3 agent (device id), 4 printer or "",
--   5 instance of the agent or "", 6 the site's printers in their order (comma list).
-- Answer: {job, kind, printer, number, need, language, arrived_at, ahead, low, high, secret, duplicate}, a test print
--   without what is a ticket's; or {due} in ms, when a job is there that another printer may still take; or {}.
-- Refusals: request_id_reused, printer_unknown (it must announce itself first), printer_owned {printer}.

local agent, name = ARGV[3], ARGV[4]
local asked = table.concat({ 'claim', agent, name, ARGV[5] }, ' ')
local before = first_answer(ARGV[2], asked)
if before then return before end
must_take_changes()
local now, at = clock(), instant()
if name == '' then
  name = 'agent:' .. agent
else
  local owner = redis.call('HGET', K.printer .. name, 'owner')
  if not owner then return refused('printer_unknown') end
  if owner ~= agent .. ' ' .. ARGV[5] then return refused('printer_owned', { printer = name }) end
end
hear(name)

-- Who may take a job before whom: those that can print in the site's order, then those that cannot. These, too: the
-- first of them is asked once more, and its agent says at once that no paper comes.
local line = {}
for _, able in ipairs({ true, false }) do
  for _, other in ipairs(printers_in(ARGV[6])) do
    if is_named(other) and can_print(other) == able and printer_state(other) ~= 'away' then line[#line + 1] = other end
  end
end

-- How long after a job was made this printer may take it, in ms; nil for never.
local function turn_for(job)
  if job.printer then return job.printer == name and 0 or nil end
  if holds(job.tried or '', name) then return nil end
  local wait = 0
  for _, other in ipairs(line) do
    if other == name then return wait end
    if not holds(job.tried or '', other) then wait = wait + FALLBACK end
  end
  return 0 -- an agent that names no printer
end

local function taken(job, ticket)
  redis.call('ZREM', K.jobs, job.id)
  redis.call('HSET', K.job .. job.id, 'state', 'claimed', 'claimed_at', at, 'agent', agent, 'by', name)
  tell_job(job, now, 'ticket', 'queued', 'claimed', { printer = name })
  local answer = { job = job.id, kind = job.kind or 'ticket', printer = name, arrived_at = now }
  if ticket then
    answer.number, answer.need, answer.language = ticket.number, ticket.need, ticket.language
    answer.arrived_at, answer.ahead = tonumber(ticket.arrived_at), tonumber(job.ahead)
    answer.secret, answer.duplicate = ticket.secret, job.duplicate == '1'
    answer.low, answer.high = tonumber(job.low), tonumber(job.high)
  end
  return keep_answer(ARGV[2], asked, answer, CLAIM_TTL)
end

local due
for _, id in ipairs(redis.call('ZRANGE', K.jobs, 0, -1)) do
  local job = hash_of(K.job .. id)
  local ticket = job and job.ticket and ticket_of(job.ticket)
  if not job or (job.ticket and not ticket) then
    redis.call('ZREM', K.jobs, id)
  elseif job_state(job) == 'expired' then
    redis.call('ZREM', K.jobs, id)
    redis.call('HSET', K.job .. id, 'state', 'expired')
    tell_job(job, now, 'ticket', 'queued', 'expired')
  else
    -- A job made before the machine's clock was set back waits no longer for that.
    local turn = turn_for(job)
    local left = turn and turn - math.abs(at - tonumber(job.created_at))
    if left and left <= 0 then return taken(job, ticket) end
    if left then due = math.min(due or left, left) end
  end
end
return '{"answer":' .. (due and cjson.encode({ due = due }) or '{}') .. '}'
