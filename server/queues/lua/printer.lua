-- printer: an agent announces a printer, and says how it is.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 printer, 3 agent (device id), 4 instance of the agent, 5 address, 6 state: ready,
--   low, silent or down, 7 reason or "", 8 detail or "", 9 whether it tells of paper and cover: "1", "0" or "" for not known,
--   10 whether it confirms a ticket, likewise.
-- A printer that comes under another name is its new owner's: the old name has to announce itself before it gets a job.
-- Answer: {id, state}. Refusals: printer_owned {printer}: another agent, heard of lately, has this name or this address.

must_take_changes()
local name, owner, address, state, reason = ARGV[2], ARGV[3] .. ' ' .. ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local lost = {}
for _, other in ipairs(redis.call('ZRANGE', K.printers, 0, -1)) do
  local known = redis.call('HMGET', K.printer .. other, 'owner', 'address')
  local same = other == name or known[2] == address
  if same and known[1] and known[1] ~= owner then
    if printer_state(other) ~= 'away' then return refused('printer_owned', { printer = other }) end
    if other ~= name then lost[#lost + 1] = other end
  end
end

local now, before = clock(), printer_state(name)
for _, other in ipairs(lost) do redis.call('HDEL', K.printer .. other, 'owner', 'address') end
hear(name)
local news = set_condition(name, now, state, reason, ARGV[8])
redis.call('HSET', K.printer .. name, 'owner', owner, 'address', address, 'tells_status', ARGV[9], 'confirms', ARGV[10])
-- As the desk sees it: one that comes back is news, also when nothing else is.
if news or before ~= state then
  record(now, 'job', { move = 'printer', printer = name, from = before, to = state, reason = reason })
end
return '{"answer":' .. cjson.encode({ id = name, state = state }) .. '}'
