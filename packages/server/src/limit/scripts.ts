/**
 * What the limiter does inside Redis, each as one step that nothing else can come between. All times are the server's.
 *
 * A window is a sorted set of grants, `<id>:<weight>`, scored by the time from which they count, and a counter of their
 * weight. A grant whose request is under way counts from the future: it cannot leave the window before it is settled.
 */

const begin = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function weigh(member)
  return tonumber(string.match(member, ':(%d+)$'))
end

-- Drops what has left a window; its weight now.
local function used(window, counter, ms)
  local gone = redis.call('ZRANGEBYSCORE', window, '-inf', now - ms)
  for _, member in ipairs(gone) do
    redis.call('ZREM', window, member)
    redis.call('DECRBY', counter, weigh(member))
  end
  return tonumber(redis.call('GET', counter) or '0')
end

local function keep(window, counter, ms, flightMs)
  redis.call('PEXPIRE', window, ms + 2 * flightMs)
  redis.call('PEXPIRE', counter, ms + 2 * flightMs)
end
`

/**
 * Takes a place in every window at once, or says when to ask again. With an empty id it only looks.
 *
 * KEYS: members, recovery, pause, then window and counter of each.
 * ARGV: process, whether it is known here, id, weight, memberMs, flightMs, then tokens and ms of each.
 * Answers: granted, when to ask, the window that decided, now, members, rank, whether to recover, then what is used of each.
 */
export const askScript = `${begin}
local process, isKnown, id = ARGV[1], ARGV[2] == '1', ARGV[3]
local weight, memberMs, flightMs = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local isNew = redis.call('ZADD', KEYS[1], now, process) == 1
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - memberMs)
redis.call('PEXPIRE', KEYS[1], memberMs)

-- A member that is not on the list: this server has lost its memory, and what the others used with it.
local recovers = redis.call('EXISTS', KEYS[2]) == 1 or (isNew and isKnown)
local at, decided = math.max(now, tonumber(redis.call('GET', KEYS[3]) or '0')), 0
local answer = {}
for i = 1, (#KEYS - 3) / 2 do
  local window, counter = KEYS[2 + 2 * i], KEYS[3 + 2 * i]
  local tokens, ms = tonumber(ARGV[5 + 2 * i]), tonumber(ARGV[6 + 2 * i])
  local sum = used(window, counter, ms)
  answer[i] = sum
  local place = 0
  local over = sum + weight - tokens
  while over > 0 do
    local entry = redis.call('ZRANGE', window, place, place, 'WITHSCORES')
    if not entry[1] then break end
    over = over - weigh(entry[1])
    local free = math.min(tonumber(entry[2]), now) + ms
    if over <= 0 and free > at then at, decided = free, ms end
    place = place + 1
  end
end

local granted = 0
if id ~= '' and at <= now and not recovers then
  granted = 1
  for i = 1, (#KEYS - 3) / 2 do
    local window, counter, ms = KEYS[2 + 2 * i], KEYS[3 + 2 * i], tonumber(ARGV[6 + 2 * i])
    redis.call('ZADD', window, now + flightMs, id .. ':' .. weight)
    redis.call('INCRBY', counter, weight)
    keep(window, counter, ms, flightMs)
  end
end
-- By name: the set is in the order in which they were last heard of.
local members, rank = redis.call('ZRANGE', KEYS[1], 0, -1), 0
for _, member in ipairs(members) do if member < process then rank = rank + 1 end end
return {granted, at, decided, now, #members, rank, recovers and 1 or 0, unpack(answer)}
`

/** The request of a grant is over: from now on it ages. KEYS: windows. ARGV: `<id>:<weight>`. */
export const settleScript = `${begin}
for _, window in ipairs(KEYS) do redis.call('ZADD', window, 'XX', now, ARGV[1]) end
return 1
`

/**
 * Tells what one process used, after it was cut off. Nobody is granted anything here until all have told, or the patience
 * for them is over.
 *
 * KEYS: recovery, told, then window and counter of each.
 * ARGV: process, processes expected, patienceMs, flightMs, then ms and a JSON list of [member, ms ago] of each.
 * Answers whether the recovery goes on.
 */
export const reportScript = `${begin}
local process, expected = ARGV[1], tonumber(ARGV[2])
local patienceMs, flightMs = tonumber(ARGV[3]), tonumber(ARGV[4])
if redis.call('SISMEMBER', KEYS[2], process) == 0 and redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('SET', KEYS[1], expected, 'PX', patienceMs)
  redis.call('DEL', KEYS[2])
end
redis.call('SADD', KEYS[2], process)
redis.call('PEXPIRE', KEYS[2], patienceMs)
for i = 1, (#KEYS - 2) / 2 do
  local window, counter = KEYS[1 + 2 * i], KEYS[2 + 2 * i]
  for _, entry in ipairs(cjson.decode(ARGV[4 + 2 * i])) do
    local added = redis.call('ZADD', window, now - entry[2], entry[1])
    if added == 1 then redis.call('INCRBY', counter, weigh(entry[1])) end
  end
  keep(window, counter, tonumber(ARGV[3 + 2 * i]), flightMs)
end
local wanted = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), expected)
if redis.call('EXISTS', KEYS[1]) == 1 then
  if redis.call('SCARD', KEYS[2]) >= wanted then redis.call('DEL', KEYS[1])
  else redis.call('SET', KEYS[1], wanted, 'KEEPTTL') end
end
return redis.call('EXISTS', KEYS[1])
`

/** The venue asked for silence. KEYS: pause. ARGV: for how long, ms. */
export const pauseScript = `${begin}
local untilTime = now + tonumber(ARGV[1])
if untilTime > tonumber(redis.call('GET', KEYS[1]) or '0') then
  redis.call('SET', KEYS[1], untilTime, 'PX', math.max(1, tonumber(ARGV[1])))
end
return 1
`
