/** What a listener hears of the session: of the bar that was forming when the connection broke the last word is the history's. */
export const told: readonly string[] = [
  'status connecting',
  'status connecting',
  'status live',
  'data {"time":1704207600000,"open":10,"high":11,"low":9,"close":10,"volume":100,"closed":false,"instrument":"equity:AAPL"}',
  'data {"time":1704207600000,"open":10,"high":11,"low":9,"close":10,"volume":100,"closed":true,"instrument":"equity:AAPL"}',
  'data {"time":1704207660000,"open":11,"high":12,"low":10,"close":11,"volume":100,"closed":false,"instrument":"equity:AAPL"}',
  'status reconnecting',
  'status live',
  'data {"time":1704207660000,"open":12,"high":13,"low":11,"close":12,"volume":100,"closed":true,"instrument":"equity:AAPL"}',
  'data {"time":1704207720000,"open":13,"high":14,"low":12,"close":13,"volume":100,"closed":false,"instrument":"equity:AAPL"}',
  'data {"time":1704207720000,"open":13,"high":14,"low":12,"close":13,"volume":100,"closed":true,"instrument":"equity:AAPL"}',
  'data {"time":1704207780000,"open":14,"high":15,"low":13,"close":14,"volume":100,"closed":false,"instrument":"equity:AAPL"}',
  'status closed',
]
