-- counter: opens a counter, closes it for now, or only keeps the answer of a change of its needs, which the records hold.
-- Who was sent by name to a counter that closes waits for their need again.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 counter, 4 "1" to open it, "" to close it, "-" to leave it as it is,
--   5 mediator or "", 6 needs it is asked to serve (comma list) or "-" when that is not asked, 7 needs it serves then,
--   8 "1" to look only whether this was answered before, 9 openings, 10 days, 11 why it closes or "".
-- Answer: {counter, open, needs}, needs as a comma list; {} when it was looked for only, and is new.
-- Refusals: request_id_reused; day_unknown, turn_due, counter_taken.

local request_id, counter, wish = ARGV[2], ARGV[3], ARGV[4]
local asked = table.concat({ 'counter', counter, wish, ARGV[6] }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[10])
if not day then return refusal end
if ARGV[8] == '1' then return '{"answer":{}}' end

if wish == '1' then
  redis.call('HDEL', K.closed, counter)
  note_act(counter, now, ARGV[5])
elseif wish == '' then
  redis.call('HSET', K.closed, counter, now .. ',' .. ARGV[11])
  redis.call('PEXPIRE', K.closed, SITE_TTL)
end
if wish ~= '-' then
  -- The day begins with its first change, ticket or not: what closes now opens again when it ends.
  redis.call('HSET', K.site, 'day', day.label)
  record(now, 'site', { move = wish == '1' and 'open_counter' or 'close_counter', counter = counter,
    mediator = ARGV[5], reason = wish == '' and ARGV[11] or '', request_id = request_id })
end
if ARGV[6] ~= '-' then
  record(now, 'site', { move = 'serve_needs', counter = counter, needs = ARGV[7], mediator = ARGV[5],
    request_id = request_id })
end
if wish == '' then
  send_back('counter:' .. counter, now, { counter = counter, mediator = ARGV[5], reason = 'counter_closed',
    request_id = request_id })
end
local open = redis.call('HEXISTS', K.closed, counter) == 0
return keep_answer(request_id, asked, { counter = counter, open = open, needs = ARGV[7] })
