#!/bin/sh
# Makes the secrets of compose.yaml, once: random passwords, in a folder that only this account enters.
set -eu
cd "$(dirname "$0")"
mkdir -p -m 0700 secrets
[ -e secrets/database_url ] && { echo 'secrets/ is there already: nothing was changed.'; exit 0; }
random() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
password=$(random)
printf '%s' "$password" >secrets/postgres_password
printf 'postgres://starkmatter:%s@postgres:5432/starkmatter' "$password" >secrets/database_url
random >secrets/grafana_password
# They are mounted one by one and read by accounts of the containers.
chmod 0444 secrets/*
echo 'Made secrets/postgres_password, secrets/database_url and secrets/grafana_password.'
