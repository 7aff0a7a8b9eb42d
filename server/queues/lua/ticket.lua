-- ticket: reads one ticket.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 ticket id.
--   ARGV[3…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket, the site's version and time. Refusals: unknown_ticket.

local ticket = ticket_of(ARGV[2])
if not ticket then return refused('unknown_ticket') end
local ahead = ahead_in(ticket, 3)
local now = clock()
local version = tonumber(redis.call('HGET', K.site, 'version') or '0')
return '{"answer":' .. cjson.encode({ ticket = ticket_view(ticket, ahead), version = version, at = now }) .. '}'
