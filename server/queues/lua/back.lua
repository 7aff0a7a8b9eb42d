-- back: what the latest act of a counter can be taken back to. Not a script of its own: put behind places.
-- KEYS[1] and ARGV[1] as in `common`. Answer and refusals: none of its own.

local UNDOABLE = { call = true, serve = true, no_show = true, complete = true, cancel = true, park = true, transfer = true }

-- A counter has acted: keeps how everybody whom the script has moved stood before. An act that is not of this kind only
-- takes away the way back of the one before it: by then somebody has gone on.
local function keep_way_back(counter, id, verb, now, day)
  if counter == '' then return end
  if not UNDOABLE[verb] then
    redis.call('DEL', K.undo .. counter)
    return
  end
  for _, each in ipairs(moved) do each.version = redis.call('HGET', K.ticket .. each.was.id, 'changed') end
  local act = { ticket = id, verb = verb, at = now, day = day.label, moved = moved, remembered = remembered }
  redis.call('SET', K.undo .. counter, cjson.encode(act), 'PX', UNDO_KEPT)
end

-- The latest act of a counter, with the number of whom it was about; nil when it cannot be taken back any more: too late,
-- on another day, or something else happened to one of its tickets, or a number was given again.
local function way_back_of(counter, now, day)
  local text = redis.call('GET', K.undo .. counter)
  local act = text and cjson.decode(text)
  if not act or act.day ~= day.label or now - act.at > UNDO_LIFE then return nil end
  for _, each in ipairs(act.moved) do
    local was = each.was
    if redis.call('HGET', K.ticket .. was.id, 'changed') ~= each.version then return nil end
    local holder = redis.call('HGET', K.live, was.number)
    if holder and holder ~= was.id then return nil end
    if was.id == act.ticket then act.number = was.number end
  end
  return act
end
