-- claim: gives a print agent the oldest queued job, and ends the jobs that waited too long.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 claim id (one for each HTTP request), 3 agent (device id).
-- Answer: {job, number, need, language, arrived_at, ahead, secret}, or {} when nothing is queued.
-- Refusals: request_id_reused.

local asked = 'claim ' .. ARGV[3]
local before = first_answer(ARGV[2], asked)
if before then return before end
local now = clock()
redis.call('SET', K.printer_seen, now, 'PX', PRINTER_SEEN)

local function tell(state, ticket, job, at)
  record(at, 'ticket', { move = 'print', job = job, ticket = ticket.id, number = ticket.number, need = ticket.need,
    from = 'queued', to = state })
end

while true do
  local id = redis.call('ZRANGE', K.jobs, 0, 0)[1]
  if not id then return '{"answer":{}}' end
  redis.call('ZREM', K.jobs, id)
  local job = hash_of(K.job .. id)
  local ticket = job and hash_of(K.ticket .. job.ticket)
  if ticket then
    if job_state(job, now) == 'expired' then
      redis.call('HSET', K.job .. id, 'state', 'expired')
      tell('expired', ticket, id, now)
    else
      redis.call('HSET', K.job .. id, 'state', 'claimed', 'claimed_at', now, 'agent', ARGV[3])
      tell('claimed', ticket, id, now)
      return keep_answer(ARGV[2], asked, { job = id, number = ticket.number, need = ticket.need,
        language = ticket.language, arrived_at = tonumber(ticket.arrived_at), ahead = tonumber(ticket.ahead_at_issue),
        secret = ticket.secret }, CLAIM_TTL)
    end
  end
end
