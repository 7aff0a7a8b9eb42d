-- ticket: reads one ticket.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 ticket id. ARGV[3…] for each need of the site: its id, and the needs that
--   share a counter with it (comma list).
-- Answer: the ticket, the site's version and time. Refusals: unknown_ticket.

local ticket = hash_of(K.ticket .. ARGV[2])
if not ticket then return refused('unknown_ticket') end
local ahead = 0
if ticket.state == 'waiting' then
  for i = 3, #ARGV, 2 do
    if ARGV[i] == ticket.need then ahead = ahead_of(split(ARGV[i + 1]), ticket.place, ticket.id) end
  end
end
local now = clock()
local version = tonumber(redis.call('HGET', K.site, 'version') or '0')
return '{"answer":' .. cjson.encode({ ticket = ticket_view(ticket, ahead, now), version = version, at = now }) .. '}'
