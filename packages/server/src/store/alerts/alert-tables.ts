/** Statements that make the tables. Times are ms UTC; what is never searched for is kept as JSON. */
export const alertTables: readonly string[] = [
  `CREATE TABLE alerts (
     id text PRIMARY KEY,
     owner text NOT NULL,
     status text NOT NULL,
     version integer NOT NULL,
     created_at double precision NOT NULL,
     alert text NOT NULL
   )`,
  `CREATE INDEX alerts_of_owner ON alerts (owner, created_at)`,
  `CREATE INDEX active_alerts ON alerts (id) WHERE status = 'active'`,
  // Whoever fires an alert of an owner locks this row, so that places are given in the order in which firings can be read.
  `CREATE TABLE alert_owners (
     owner text PRIMARY KEY,
     last_sequence double precision NOT NULL DEFAULT 0,
     read_sequence double precision NOT NULL DEFAULT 0,
     webhook_secret text
   )`,
  `CREATE TABLE alert_firings (
     owner text NOT NULL,
     sequence double precision NOT NULL,
     alert_id text NOT NULL,
     occasion text NOT NULL,
     firing text NOT NULL,
     PRIMARY KEY (owner, sequence),
     UNIQUE (alert_id, occasion)
   )`,
  `CREATE TABLE alert_deliveries (
     id text PRIMARY KEY,
     owner text NOT NULL,
     sequence double precision NOT NULL,
     alert_id text NOT NULL,
     url text NOT NULL,
     payload text NOT NULL,
     status text NOT NULL,
     attempts integer NOT NULL,
     due_at double precision NOT NULL,
     last_error text,
     FOREIGN KEY (owner, sequence) REFERENCES alert_firings ON DELETE CASCADE
   )`,
  `CREATE INDEX due_deliveries ON alert_deliveries (due_at) WHERE status = 'pending'`,
  `CREATE INDEX deliveries_of_firing ON alert_deliveries (owner, sequence)`,
  `CREATE TABLE alert_cursors (series text PRIMARY KEY, until double precision NOT NULL)`,
]
