-- stays_due: visits whose lasting record is owed for so long that nobody can take their end back any more, and those whose
-- end was taken back.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 milliseconds since the end, 3 at most so many.
-- Answer: their texts as they were left, in no order. Refusals: none.
-- It changes nothing: what was written is told by `stay_kept`.

local now, due = clock(), {}
for _, text in ipairs(redis.call('HVALS', K.stays)) do
  local stay = cjson.decode(text)
  local is_due = stay.back or now - stay.ended_at >= tonumber(ARGV[2])
  if is_due and #due < tonumber(ARGV[3]) then due[#due + 1] = text end
end
return '{"answer":' .. cjson.encode({ stays = due }) .. '}'
