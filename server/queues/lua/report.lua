-- report: what became of a claimed print job. A repeat of the same outcome changes nothing.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 job id, 3 outcome: printed, unconfirmed or failed, 4 detail or "".
-- Answer: {id, state}. Refusals: unknown_job, job_closed {state}.

local id, outcome = ARGV[2], ARGV[3]
local job = hash_of(K.job .. id)
if not job then return refused('unknown_job') end
if job.state == outcome then return '{"repeat":true,"answer":' .. cjson.encode({ id = id, state = outcome }) .. '}' end
if job.state ~= 'claimed' then return refused('job_closed', { state = job.state }) end

local now = clock()
local ticket = redis.call('HMGET', K.ticket .. job.ticket, 'number', 'need')
local number = ticket[1] or ''
redis.call('HSET', K.job .. id, 'state', outcome, 'detail', ARGV[4])
redis.call('HSET', K.printer, 'outcome', outcome, 'detail', ARGV[4], 'at', now, 'number', number)
redis.call('PEXPIRE', K.printer, TICKET_TTL)
record(now, 'ticket', { move = 'print', job = id, ticket = job.ticket, number = number, need = ticket[2] or '',
  from = 'claimed', to = outcome, reason = ARGV[4] })
return '{"answer":' .. cjson.encode({ id = id, state = outcome }) .. '}'
