-- issue: a new ticket, its place, its print job and its journal entry in one step.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 need, 4 letter, 5 language, 6 head start in ms, 7 priority or "",
--   8 follow secret, 9 lines that share a counter with this need (comma list), 10 people who may wait for it or "",
--   11 "1" when a mediator asks: the end of the tickets and a full need are for the kiosk, 12 their counter or "",
--   13 mediator or "", 14 waits "lag;from,low,high;from,low,high…": from so many ahead minutes from low to high, longer by
--   lag than was played, or unknown where these are empty, 15 openings "opens,last,closes,…" or "always",
--   16 days "label,start,end,…".
-- Answer: the ticket. Refusals: request_id_reused, site_closed {state}, need_full; day_unknown (the clock is in none of
--   the days given), turn_due, counter_taken (yesterday must be ended first).

local request_id, need, letter, language = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local head_start, secret, by_hand = tonumber(ARGV[6]), ARGV[8], ARGV[11] == '1'

local before = first_answer(request_id, 'issue')
if before then return before end
-- After the repeat: whoever asked before closing time gets the answer again.
local now = clock()
local day, refusal = today(now, ARGV[16])
if not day then return refusal end
local phase, stopped = phase_of(now, ARGV[15])
if phase == 'closed' then return refused('site_closed', { state = phase }) end
if not by_hand then
  if phase ~= 'open' then return refused('site_closed', { state = phase }) end
  if stopped then return refused('site_closed', { state = 'stopped' }) end
  if ARGV[10] ~= '' and redis.call('ZCARD', K.waiting .. need) >= tonumber(ARGV[10]) then return refused('need_full') end
end

local id = string.format('%012d', redis.call('HINCRBY', K.site, 'seq', 1))

-- The next count of the letter that no living ticket holds, yesterday's included. A holder whose records are lost holds
-- it no more, or a number that nobody ended would be lost for good.
local counts = K.count .. day.label
local number, holder
repeat
  number = string.format('%s%03d', letter, redis.call('HINCRBY', counts, letter, 1))
  holder = redis.call('HGET', K.live, number)
until not holder or redis.call('EXISTS', K.ticket .. holder) == 0
redis.call('HSET', K.live, number, id)
redis.call('PEXPIRE', counts, TICKET_TTL)
redis.call('PEXPIRE', K.live, SITE_TTL)

local place = now - head_start
-- Of one place whoever came before is ahead: without a head start nobody is looked at one by one, however many came at one
-- moment. Later than now stand those who let others pass within this millisecond.
local rivals = split(ARGV[9])
local ahead = head_start == 0 and waiting_up_to(rivals, place) or ahead_of(rivals, place, id)
local ticket = {
  id = id, number = number, need = need, line = need, language = language, state = 'waiting', arrived_at = now,
  place = place, head_start = head_start, priority = ARGV[7], call_count = 0, secret = secret, ahead_at_issue = ahead,
}
-- The kiosk, its repeats and the paper tell the same wait. The ticket keeps what was played, to be held against the truth.
local low, high = wait_among(ARGV[14], ahead)
if low then ticket.foreseen = math.floor((low + high) / 2 * 60000 / tonumber(string.match(ARGV[14], '^[%d.]+'))) end
enter(ticket, now)
keep_ticket(ticket)
if by_hand and ARGV[12] ~= '' then note_act(ARGV[12], now, ARGV[13]) end

-- The job carries the ticket's id: a ticket is printed once by itself, and a reprint is a job of its own.
queue_job(id, now, { ticket = id, ahead = ahead, low = low, high = high })

-- The follow link dies with the day. At least a minute, so that a ticket of the last second can be opened at all.
redis.call('SET', K.follow .. secret, id, 'PX', math.max(day.ending - now, 60000))

redis.call('HSET', K.site, 'day', day.label)
record(now, 'job', { move = 'issue', ticket = id, number = number, from = '', to = 'waiting', need = need, place = place,
  head_start = head_start, priority = ARGV[7], language = language, day = day.label,
  by_hand = ARGV[11], counter = ARGV[12], mediator = ARGV[13], request_id = request_id })
local view = ticket_view(ticket, ahead)
view.wait = low and { low_min = low, high_min = high }
return keep_answer(request_id, 'issue', view)
