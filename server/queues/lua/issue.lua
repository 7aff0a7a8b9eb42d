-- issue: a new ticket, its place, its print job and its journal entry in one step.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 need, 4 letter, 5 language, 6 head start in ms,
--   7 follow secret, 8 needs that share a counter with this one (comma list), 9 "1" when the site
--   gives tickets, 10 local days "label,start,end,…".
-- Answer: the ticket. Refusals: request_id_reused, site_closed, day_unknown (the clock is in none of the days given).

local request_id, need, letter, language = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local head_start, secret, rivals = tonumber(ARGV[6]), ARGV[7], split(ARGV[8])

local before = first_answer(request_id, 'issue')
if before then return before end
-- After the repeat: whoever asked before closing time gets the answer again.
if ARGV[9] ~= '1' then return refused('site_closed') end
local now = clock()
local day = day_of(now, ARGV[10])
if not day then return refused('day_unknown', { now = now }) end

local id = string.format('%012d', redis.call('HINCRBY', K.site, 'seq', 1))

-- The next count of the letter that no living ticket holds, yesterday's included. A holder whose ticket died holds it
-- no more, or a number that nobody ended would be lost for good.
local counts = K.count .. day.label
local number, holder
repeat
  number = string.format('%s%03d', letter, redis.call('HINCRBY', counts, letter, 1))
  holder = redis.call('HGET', K.live, number)
until not holder or redis.call('EXISTS', K.ticket .. holder) == 0
redis.call('HSET', K.live, number, id)
redis.call('PEXPIRE', counts, TICKET_TTL)
redis.call('PEXPIRE', K.live, TICKET_TTL)

local place = now - head_start
local ahead = ahead_of(rivals, place, id)
write_ticket(id, {
  'id', id, 'number', number, 'need', need, 'language', language, 'state', 'waiting',
  'arrived_at', now, 'place', place, 'head_start', head_start, 'call_count', 0,
  'secret', secret, 'ahead_at_issue', ahead,
})
redis.call('ZADD', K.waiting .. need, place, id)
redis.call('PEXPIRE', K.waiting .. need, TICKET_TTL)

-- The job carries the ticket's id: a ticket is printed once, and a reprint is a job of its own.
redis.call('HSET', K.job .. id, 'id', id, 'ticket', id, 'state', 'queued', 'created_at', now)
redis.call('PEXPIRE', K.job .. id, TICKET_TTL)
redis.call('ZADD', K.jobs, now, id)
redis.call('PEXPIRE', K.jobs, TICKET_TTL)

-- The follow link dies with the local day. At least a minute, so that a ticket of 23:59:59 can be opened at all.
redis.call('SET', K.follow .. secret, id, 'PX', math.max(day.ending - now, 60000))

record(now, 'job', { move = 'issue', ticket = id, number = number, from = '', to = 'waiting', need = need, place = place,
  request_id = request_id })
local ticket = { id = id, number = number, need = need, language = language, state = 'waiting', arrived_at = now,
  call_count = 0, secret = secret }
return keep_answer(request_id, 'issue', ticket_view(ticket, ahead, now))
