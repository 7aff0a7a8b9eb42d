-- issuing: stops the kiosk's tickets for the day, with words that say why, or gives them again.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 "1" to give tickets, 4 the words by language as JSON or "",
--   5 mediator or "", 6 openings, 7 days, 8 the kiosk whose staff corner asks, or "".
-- Answer: {issuing}. Refusals: request_id_reused; day_unknown, turn_due, counter_taken.

local request_id, gives = ARGV[2], ARGV[3] == '1'
-- Other words are another question: whoever sent them must not believe that they are shown.
local asked = 'issuing ' .. ARGV[3] .. ' ' .. redis.sha1hex(ARGV[4])

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[7])
if not day then return refusal end

if gives then
  redis.call('DEL', K.stop)
else
  redis.call('HSET', K.stop, 'at', now, 'texts', ARGV[4])
  redis.call('PEXPIRE', K.stop, SITE_TTL)
end
-- The day begins with its first change, ticket or not: a stop must end with it.
redis.call('HSET', K.site, 'day', day.label)
record(now, 'site', {
  move = gives and 'reopen' or 'stop', mediator = ARGV[5], corner = ARGV[8] or '', request_id = request_id,
})
return keep_answer(request_id, asked, { issuing = gives })
