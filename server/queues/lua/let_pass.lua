-- let_pass: lets the next people go first. The number and the arrival stay; the place comes just behind theirs.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 ticket id, 4 states it may start from (comma list), 5 people who
--   go first, 6 counter or "", 7 mediator or "", 8 reason or "", 9 openings, 10 days.
--   ARGV[11…] for each line of the site: its name, and the lines that share a counter with it (comma list).
-- Answer: the ticket. Refusals: request_id_reused, unknown_ticket, illegal_move {state}, nobody_behind; day_unknown,
--   turn_due, counter_taken.

local request_id, id, people = ARGV[2], ARGV[3], tonumber(ARGV[5])
local asked = table.concat({ 'let_pass', id, ARGV[5], ARGV[6] }, ' ')

local before = first_answer(request_id, asked)
if before then return before end
local now = clock()
local day, refusal = today(now, ARGV[10])
if not day then return refusal end

local ticket = ticket_of(id)
if not ticket then return refused('unknown_ticket') end
if not holds(ARGV[4], ticket.state) then return refused('illegal_move', { state = ticket.state }) end

local rivals, own, behind = rivals_of(ticket, 11), tonumber(ticket.place), {}
for _, line in ipairs(in_use(rivals)) do
  local waiting = K.waiting .. line
  for _, other in ipairs(redis.call('ZRANGE', waiting, own, own, 'BYSCORE')) do
    if other > id then behind[#behind + 1] = { id = other, place = own } end
  end
  local later = redis.call('ZRANGE', waiting, '(' .. ticket.place, '+inf', 'BYSCORE', 'LIMIT', 0, people, 'WITHSCORES')
  for i = 1, #later, 2 do behind[#behind + 1] = { id = later[i], place = tonumber(later[i + 1]) } end
end
if #behind == 0 then return refused('nobody_behind') end
table.sort(behind, function(a, b) return a.place < b.place or (a.place == b.place and a.id < b.id) end)

-- Where fewer wait behind than would be let pass, all of them go first. Ties are broken by the id: one millisecond later
-- where it would win. Who came within that millisecond goes first as well.
local last = behind[math.min(people, #behind)]
local place = last.id > id and last.place + 1 or last.place
local head_start = tonumber(ticket.head_start)
settle(ticket, 'waiting', now, { place = place, yielded = place + head_start - tonumber(ticket.arrived_at) })
record(now, 'ticket', { move = 'let_pass', ticket = id, number = ticket.number, from = 'waiting', to = 'waiting',
  need = ticket.need, place = place, people = people, lines = table.concat(rivals, ','), counter = ARGV[6],
  mediator = ARGV[7], reason = ARGV[8], request_id = request_id })
return keep_answer(request_id, asked, ticket_view(ticket, ahead_in(ticket, 11)))
