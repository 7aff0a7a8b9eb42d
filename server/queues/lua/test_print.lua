-- test_print: a paper that is nobody's ticket, from one printer.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 printer, 4 counter or "", 5 mediator or "",
--   6 the kiosk whose staff corner asks, or "".
-- Answer: {id, state}. Refusals: request_id_reused, unknown_printer.

local request_id, name = ARGV[2], ARGV[3]
local asked = 'test_print ' .. name
local before = first_answer(request_id, asked)
if before then return before end
must_take_changes()
if not last_heard(name) then return refused('unknown_printer') end
local now = clock()
local id = 'test-' .. redis.call('HINCRBY', K.site, 'tests', 1)
queue_job(id, now, { kind = 'test', printer = name })
tell_job({ id = id, kind = 'test', printer = name }, now, 'job', '', 'queued',
  { counter = ARGV[4], mediator = ARGV[5], corner = ARGV[6] or '', request_id = request_id })
return keep_answer(request_id, asked, { id = id, state = 'queued' })
