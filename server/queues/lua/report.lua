-- report: what became of a claimed print job. A repeat of the same outcome changes nothing.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 job id, 3 outcome: printed, unconfirmed or failed, 4 detail or "", 5 reason or "",
--   6 "1" when some of it may have reached the printer, 7 the site's printers in their order (comma list).
-- Answer: {id, state}. Refusals: unknown_job, job_closed {state}.
-- A job of which nothing was sent goes to another printer as a job of its own, within the life of the first.

local id, outcome, detail, reason = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local job = hash_of(K.job .. id)
if not job then return refused('unknown_job') end
if job.state == outcome then return '{"repeat":true,"answer":' .. cjson.encode({ id = id, state = outcome }) .. '}' end
if job.state ~= 'claimed' then return refused('job_closed', { state = job.state }) end

local now = clock()
redis.call('HSET', K.job .. id, 'state', outcome, 'detail', detail, 'reason', reason)
local states = { printed = 'ready', unconfirmed = 'silent', failed = 'down' }
if not is_named(job.by) and reason ~= 'job_unreadable' then set_condition(job.by, now, states[outcome], reason, detail) end
tell_job(job, now, 'ticket', 'claimed', outcome, { printer = job.by, reason = reason ~= '' and reason or detail })

local function other_printer(tried)
  for _, name in ipairs(printers_in(ARGV[7])) do
    if can_print(name) and not holds(tried, name) then return name end
  end
end

if outcome == 'failed' and ARGV[6] ~= '1' and reason ~= 'job_unreadable' and job.ticket then
  local tried = job.by .. (job.tried and ',' .. job.tried or '')
  local ticket = ticket_of(job.ticket)
  local latest = ticket and (ticket.job or ticket.id) == id
  if latest and within(JOB_LIFE, tonumber(job.created_at)) and other_printer(tried) then
    queue_copy(ticket, now, { created_at = job.created_at, tried = tried, ahead = job.ahead,
      low = job.low, high = job.high, duplicate = job.duplicate or '' }, { reason = 'fallback' })
  end
end
return '{"answer":' .. cjson.encode({ id = id, state = outcome }) .. '}'
