-- followed: reads the tickets behind some follow links at once, as many phones wait for the same change.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 the links' secrets (comma list).
--   ARGV[3…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the tickets in the order of their secrets, false for a link that leads nowhere any more; the site's version and
--   time. Refusals: none.

local used, tickets = {}, {}

-- Most of these lines stand empty all day: they are looked at once, not for each ticket.
local function ahead(ticket)
  if ticket.state ~= 'waiting' then return 0 end
  used[ticket.line] = used[ticket.line] or in_use(rivals_of(ticket, 3))
  return ahead_of(used[ticket.line], ticket.place, ticket.id)
end

for i, secret in ipairs(split(ARGV[2])) do
  local id = redis.call('GET', K.follow .. secret)
  local ticket = id and ticket_of(id)
  tickets[i] = ticket and ticket_view(ticket, ahead(ticket)) or false
end
local now = clock()
local version = tonumber(redis.call('HGET', K.site, 'version') or '0')
return '{"answer":' .. cjson.encode({ tickets = tickets, version = version, at = now }) .. '}'
