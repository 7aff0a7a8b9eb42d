-- turn: ends the site's day when the clock has left it: expires who is left, some at a time, then begins the new one.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 tickets after which it pauses, 3 states that expire (comma list), 4 openings, 5 days.
-- Answer: {expired, more}; more: call again. Refusals: day_unknown.
-- Who is being served stays: the visit goes on, and keeps its number from being given again.

local now = clock()
local day = day_of(now, ARGV[5])
if not day then return refused('day_unknown', { now = now }) end
local running = redis.call('HGET', K.site, 'day')
if not running or running >= day.label then return '{"answer":{"expired":0,"more":false}}' end
must_take_changes()

local left, lost, met = {}, {}, {}
local cursor, enough = '0', tonumber(ARGV[2])
repeat
  local page = redis.call('HSCAN', K.live, cursor, 'COUNT', 100)
  cursor = page[1]
  for i = 1, #page[2], 2 do
    local number = page[2][i]
    -- A scan may meet the same one twice.
    if not met[number] then
      met[number] = true
      local ticket = ticket_of(page[2][i + 1])
      if ticket and holds(ARGV[3], ticket.state) then
        left[#left + 1] = ticket
      elseif not ticket or ticket.state == 'cancelled' then
        lost[#lost + 1] = number
      end
    end
  end
until cursor == '0' or #left + #lost >= enough

table.sort(left, function(one, other) return one.id < other.id end)
for _, ticket in ipairs(left) do
  local from = ticket.state
  settle(ticket, 'expired', now)
  record(now, 'ticket', { move = 'expire', ticket = ticket.id, number = ticket.number, from = from, to = 'expired',
    need = ticket.need, counter = ticket.counter or '', reason = 'end_of_day' })
end
-- A cancelled ticket could have come back until now; its number is free for the new day.
for _, number in ipairs(lost) do
  -- What was noted of them goes with the day.
  local id = redis.call('HGET', K.live, number)
  if id then redis.call('HDEL', K.ticket .. id, 'note') end
  redis.call('HDEL', K.live, number)
end
if cursor == '0' then
  -- Nobody waits any more: what is left in a line are tickets whose records are lost.
  for _, line in ipairs(redis.call('SMEMBERS', K.lines)) do redis.call('DEL', K.waiting .. line) end
  -- How long people take is remembered from day to day; who sits where, and how late today was, is not.
  redis.call('DEL', K.lines, K.parked, K.gone, K.stop, K.closed, K.seats, K.left, K.acts, K.waits)
  redis.call('HSET', K.site, 'day', day.label)
  record(now, 'site', { move = 'new_day', day = day.label })
end
return '{"answer":' .. cjson.encode({ expired = #left, more = cursor ~= '0' }) .. '}'
