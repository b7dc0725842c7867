/**
 * What the bus does inside Redis, each as one step that nothing else can come between.
 *
 * KEYS: the stream of a topic, then a hash of its facts: `start`, the place before its first message; `count`, how many were
 * added since, to tell whether some are no longer kept; `token`, the newest that was used.
 */

const begin = `
local stream, facts = KEYS[1], KEYS[2]

local function keep(ms)
  redis.call('PEXPIRE', stream, ms)
  redis.call('PEXPIRE', facts, ms)
end

-- The place before the first message, by the stream's own clock: an empty stream that has a place.
local function start()
  local place = redis.call('HGET', facts, 'start')
  if place and redis.call('EXISTS', stream) == 1 then return place end
  place = redis.call('XADD', stream, '*', 'b', '')
  redis.call('XDEL', stream, place)
  redis.call('HSET', facts, 'start', place, 'count', 0)
  return place
end

local function claim(token)
  local newest = tonumber(redis.call('HGET', facts, 'token') or '0')
  if token > newest then redis.call('HSET', facts, 'token', ARGV[1]) end
  return token >= newest
end
`

/** ARGV: token or nothing, how long a topic is kept, how many messages, body. Answers the place, or nothing. */
export const publishScript = `${begin}
local token = tonumber(ARGV[1])
if token and not claim(token) then return false end
start()
local place = redis.call('XADD', stream, 'MAXLEN', '~', ARGV[3], '*', 'b', ARGV[4])
redis.call('HINCRBY', facts, 'count', 1)
keep(ARGV[2])
return place
`

/** ARGV: token, how long a topic is kept. Answers 1, or 0 where a newer token was used. */
export const claimScript = `${begin}
start()
local isTaken = claim(tonumber(ARGV[1]))
keep(ARGV[2])
return isTaken and 1 or 0
`

/**
 * ARGV: from where to read, `-` for all that is kept, nothing for the newest alone; how long a topic is kept; the most messages.
 * Answers start, the oldest place where some are no longer kept, the newest place, and the messages.
 */
export const readScript = `${begin}
local place = start()
local newest = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)
local cursor = newest[1] and newest[1][1] or place
local oldest = ''
if tonumber(redis.call('HGET', facts, 'count')) > redis.call('XLEN', stream) then
  local first = redis.call('XRANGE', stream, '-', '+', 'COUNT', 1)
  oldest = first[1] and first[1][1] or ''
end
keep(ARGV[2])
if ARGV[1] == '' then return { place, oldest, cursor, newest } end
return { place, oldest, cursor, redis.call('XRANGE', stream, ARGV[1], '+', 'COUNT', ARGV[3]) }
`
