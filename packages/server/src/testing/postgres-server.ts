/** Where a PostgreSQL server is that tests may fill: `npm test` starts one under CI, and whoever has one may name it. */
export const postgresUrl = process.env.DATABASE_URL ?? ''

/** Whether there is one. Says so where there is none; under CI its absence fails. */
export const hasPostgres = postgresUrl !== '' || Boolean(process.env.CI)
if (!hasPostgres) console.log('DATABASE_URL is not set: the store in a PostgreSQL server is not tested.')
