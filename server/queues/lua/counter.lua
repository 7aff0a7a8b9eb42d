-- counter: opens a counter, or closes it for now. Who was sent to it by name waits for their need again.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 counter, 4 "1" to open it, 5 mediator or "", 6 openings, 7 days.
-- Answer: {counter, open}. Refusals: request_id_reused; day_unknown, turn_due.

local request_id, counter, opens = ARGV[2], ARGV[3], ARGV[4] == '1'
local asked = 'counter ' .. counter .. ' ' .. ARGV[4]

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[7])
if not day then return refusal end

if opens then
  redis.call('HDEL', K.closed, counter)
else
  redis.call('HSET', K.closed, counter, now)
  redis.call('PEXPIRE', K.closed, SITE_TTL)
end
record(now, 'site', { move = opens and 'open_counter' or 'close_counter', ticket = '', number = '', from = '', to = '',
  counter = counter, mediator = ARGV[5], request_id = request_id })
if not opens then
  for _, id in ipairs(redis.call('ZRANGE', K.waiting .. 'counter:' .. counter, 0, -1)) do
    local ticket = ticket_of(id)
    if ticket then
      settle(ticket, 'waiting', now, { line = ticket.need })
      record(now, 'ticket', { move = 'transfer', ticket = id, number = ticket.number, from = 'waiting', to = 'waiting',
        need = ticket.need, line = ticket.need, counter = counter, mediator = ARGV[5], reason = 'counter_closed',
        request_id = request_id })
    end
  end
end
return keep_answer(request_id, asked, { counter = counter, open = opens })
