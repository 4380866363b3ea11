#!/usr/bin/env bash
# Writes the schema of each database as SQL, from its migrations, for people to review and to run by hand:
# sqlite/schema.sql, postgresql/schema.sql, sqlserver/schema.sql. The last two may be run again on any older version.
#
#   db/generate.sh            writes them
#   db/generate.sh --check    changes nothing; says whether they are up to date, whether the model has changes without a
#                             migration, and whether the scripts run on empty databases: SQLite's where sqlite3 is, PostgreSQL's
#                             where REWARDS_TEST_POSTGRESQL (a connection string) names a server and psql is
#
# Ends with 0, or with 1 where a check failed.
set -uo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

configuration=${REWARDS_CONFIGURATION:-Release}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
providers=(Sqlite PostgreSql SqlServer)
failed=0
work=$(mktemp -d "${TMPDIR:-/tmp}/rewards-schema.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

main() {
    local mode=${1:-write} provider
    case $mode in write | --check) ;; *) echo "usage: db/generate.sh [--check]" >&2; exit 2 ;; esac
    quietly dotnet tool restore && quietly dotnet build src/Rewards.Cli --configuration "$configuration" || exit 1
    for provider in "${providers[@]}"; do
        script "$provider" "$work/$provider.sql" || continue
        if [[ $mode == write ]]; then
            mkdir -p "db/${provider,,}" && cp "$work/$provider.sql" "db/${provider,,}/schema.sql" && echo "db/${provider,,}/schema.sql"
        else
            check "$provider"
        fi
    done
    if [[ $mode == --check ]]; then
        run_on_sqlite
        run_on_postgresql
    fi
    exit "$failed"
}

fail() { printf 'FAILED: %s\n' "$*" >&2; failed=1; return 1; }

quietly() {
    "$@" >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; fail "$*"; }
}

ef() {
    local provider=$1; shift
    quietly dotnet ef migrations "$@" --no-build --configuration "$configuration" \
        --project "src/Rewards.Data.$provider" --startup-project src/Rewards.Cli -- "$provider"
}

# SQLite has no conditions in a script, so its own is for an empty database only.
script() {
    local idempotent=(--idempotent)
    if [[ $1 == Sqlite ]]; then idempotent=(); fi
    ef "$1" script "${idempotent[@]}" --output "$2" || return
    sed -i -e '1s/^\xEF\xBB\xBF//' -e 's/\r$//' -e '1i -- Made from the migrations by db/generate.sh.\n' "$2"
}

check() {
    local kept=db/${1,,}/schema.sql
    if diff --unified=1 "$kept" "$work/$1.sql" >"$work/diff"; then
        echo "$kept is up to date."
    else
        head -n 20 "$work/diff"
        fail "$kept is not what the migrations say. Run db/generate.sh."
    fi
    ef "$1" has-pending-model-changes && echo "$1: every change of the model has its migration."
}

run_on_sqlite() {
    if ! command -v sqlite3 >/dev/null; then echo "Sqlite: not run, there is no sqlite3."; return; fi
    quietly sqlite3 -bail "$work/empty.db" ".read db/sqlite/schema.sql" && echo "Sqlite: the script runs on an empty database."
}

run_on_postgresql() {
    if [[ -z ${REWARDS_TEST_POSTGRESQL:-} ]] || ! command -v psql >/dev/null; then
        echo "PostgreSql: not run, REWARDS_TEST_POSTGRESQL names no server or there is no psql."
        return
    fi
    use_server "$REWARDS_TEST_POSTGRESQL"
    local name=rewards_schema_$$ time
    quietly psql -X -q -c "CREATE DATABASE $name" || return
    for time in once twice; do
        PGDATABASE=$name quietly psql -X -q -v ON_ERROR_STOP=1 -f db/postgresql/schema.sql \
            && echo "PostgreSql: the script runs $time on an empty database."
    done
    quietly psql -X -q -c "DROP DATABASE $name"
}

# From the words of a connection string to psql's.
use_server() {
    local pair
    local -A of=()
    while IFS= read -r pair; do
        of[$(tr -d ' ' <<<"${pair%%=*}" | tr '[:upper:]' '[:lower:]')]=${pair#*=}
    done < <(tr ';' '\n' <<<"$1")
    export PGHOST=${of[host]:-${of[server]:-localhost}} PGPORT=${of[port]:-5432} PGDATABASE=${of[database]:-postgres}
    export PGUSER=${of[username]:-${of[userid]:-${of[user]:-}}} PGPASSWORD=${of[password]:-}
    if [[ -z $PGUSER ]]; then unset PGUSER; fi
}

main "$@"
