-- outlook: what the estimate of waits is made of, read at one moment.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 people read of a line at most.
-- Answer: at; waiting: {id, place, line} of each; since: line -> when its first came there; hands: {counter, need,
--   taken_at} of each; acts: counter -> its last act, by:counter -> its mediator; closed counters; times: "ms need" and
--   waits: "ms ms-foreseen", newest first. Refusals: none.

local waiting, since, hands = {}, {}, {}
for _, line in ipairs(redis.call('SMEMBERS', K.lines)) do
  local found = redis.call('ZRANGE', K.waiting .. line, 0, tonumber(ARGV[2]) - 1, 'WITHSCORES')
  for i = 1, #found, 2 do waiting[#waiting + 1] = { found[i], tonumber(found[i + 1]), line } end
  if found[1] then
    local came = redis.call('HMGET', K.ticket .. found[1], 'moved_at', 'arrived_at')
    since[line] = tonumber(came[1] or came[2] or nil)
  end
end
for counter, _ in pairs(hash_of(K.hand) or {}) do
  local ticket = in_hand_of(counter)
  -- Where somebody is alone nobody is at work.
  if ticket and not left_alone(ticket) then
    -- Whoever sits down where somebody was alone is at work since then.
    local _, since_seated = sitter_of(counter)
    local taken_at = tonumber(ticket.taken_at) or since_seated or tonumber(ticket.called_at)
    hands[#hands + 1] = { counter = counter, need = ticket.need, taken_at = taken_at }
  end
end
return '{"answer":' .. cjson.encode({
  at = clock(),
  waiting = waiting,
  since = since,
  hands = hands,
  acts = hash_of(K.acts) or {},
  closed = redis.call('HKEYS', K.closed),
  times = redis.call('LRANGE', K.times, 0, -1),
  waits = redis.call('LRANGE', K.waits, 0, -1),
}) .. '}'
