#!/usr/bin/env bash
# Builds everything and runs every test. The last line says what came of it: N passed, N failed, N skipped.
#
# Needs the .NET SDK and Node. What else the tests need (PostgreSQL, Chromium) is installed where that may be done (root on
# Debian); where it is missing, the tests that need it are skipped and say so.
#
#   REWARDS_TEST_POSTGRESQL  connection string of a server on which databases may be created; else one is started here
#   REWARDS_TEST_SQLSERVER   the same for SQL Server; not set: its tests are skipped
#   REWARDS_TEST_CHROMIUM    the browser; else looked for on the PATH
set -uo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

configuration=Release
minutes_a_project=20
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing that this script starts outlives it, build servers neither.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

passed=0 failed=0 skipped=0
child='' postgresql_pid=''
work=$(mktemp -d "${TMPDIR:-/tmp}/rewards-tests.XXXXXX") || exit 1
chmod 711 "$work"

main() {
    trap finish EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    require dotnet '.NET SDK 10' && require node 'Node 20 or newer' || return
    install_what_is_missing
    find_chromium
    start_postgresql
    step 'build' dotnet build Rewards.sln --configuration "$configuration" || return
    if [[ -x db/generate.sh ]]; then step 'database scripts' db/generate.sh --check; fi
    test_client
    local project
    for project in tests/*.Tests/*.csproj; do test_project "$project"; done
}

# Each step with the minutes and seconds since the beginning.
say() { printf '\n== %d:%02d %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*"; }

# A step or project that went wrong as a whole is one failure more.
fail() { printf 'FAILED: %s\n' "$*" | tee -a "$work/failed" >&2; failed=$((failed + 1)); return 1; }

# Waits in a way that a signal interrupts at once.
run() {
    "$@" & child=$!
    wait "$child"; local result=$?
    child=''
    return "$result"
}

step() {
    say "$1"
    run "${@:2}" || fail "$1"
}

require() { command -v "$1" >/dev/null || fail "$1 is not on the PATH: $2 is needed."; }

# --- what the tests need ---------------------------------------------------------------------------------------------

postgresql_folder() {
    local folder
    { command -v initdb && command -v postgres; } >/dev/null && { dirname "$(readlink -f "$(command -v initdb)")"; return; }
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin /opt/postgresql/*/bin | sort -Vr); do
        if [[ -x $folder/initdb && -x $folder/postgres ]]; then echo "$folder"; return; fi
    done
    return 1
}

chromium() {
    local name
    for name in "${REWARDS_TEST_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [[ -n $name ]] && command -v "$name"; then return; fi
    done
    return 1
}

install_what_is_missing() {
    local packages=()
    [[ -n ${REWARDS_TEST_POSTGRESQL:-} ]] || postgresql_folder >/dev/null || packages+=(postgresql)
    chromium >/dev/null || packages+=(chromium)
    if ((${#packages[@]} == 0)); then return; fi
    say "Missing: ${packages[*]}"
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        echo "Not installed: only root on Debian may do that here. The tests that need it are skipped."
        return
    fi

    # Only the programs: Debian's own cluster would run on after the tests.
    local no_cluster=/etc/postgresql-common/createcluster.d/rewards-tests.conf
    mkdir -p "${no_cluster%/*}" && echo 'create_main_cluster = false' >"$no_cluster"
    export DEBIAN_FRONTEND=noninteractive
    if ! { run apt-get -q update && run apt-get -q install -y --no-install-recommends "${packages[@]}"; } >"$work/apt.log" 2>&1; then
        tail -n 5 "$work/apt.log"
        echo "Could not be installed. The tests that need it are skipped."
    fi
    rm -f "$no_cluster"
}

find_chromium() {
    REWARDS_TEST_CHROMIUM=$(chromium) || return 0
    export REWARDS_TEST_CHROMIUM
}

# A server of our own with its usual durability: in a temporary folder, on a free loopback port, gone afterwards.
start_postgresql() {
    if [[ -n ${REWARDS_TEST_POSTGRESQL:-} ]]; then return; fi
    local programs user=() data=$work/postgresql port try
    programs=$(postgresql_folder) || return 0
    say "PostgreSQL from $programs"
    mkdir "$data"
    if [[ $(id -u) == 0 ]]; then
        # The server refuses to run as root.
        local name; name=$(id -nu postgres 2>/dev/null || echo nobody)
        chown "$name" "$data"
        user=(setpriv --reuid "$name" --regid "$(id -g "$name")" --clear-groups --)
    fi

    if ! (cd / && timeout 180 "${user[@]}" "$programs/initdb" --pgdata "$data/data" --username rewards --auth trust --encoding UTF8 \
        --locale C) >"$work/initdb.log" 2>&1; then
        tail -n 5 "$work/initdb.log"
        fail 'PostgreSQL: initdb'
        return
    fi

    for try in 1 2 3; do
        port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
        (cd / && exec "${user[@]}" "$programs/postgres" -D "$data/data" -h 127.0.0.1 -p "$port" -c unix_socket_directories= -c max_connections=400 \
            >"$work/postgresql.log" 2>&1) & postgresql_pid=$!
        if postgresql_answers "$programs" "$port"; then
            export REWARDS_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=rewards;Database=postgres"
            return
        fi
    done
    tail -n 5 "$work/postgresql.log"
    fail 'PostgreSQL did not start'
}

postgresql_answers() {
    local deadline=$((SECONDS + 60))
    while ((SECONDS < deadline)); do
        if "$1/pg_isready" -q -t 2 -h 127.0.0.1 -p "$2" -U rewards -d postgres; then return; fi
        kill -0 "$postgresql_pid" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$postgresql_pid" 2>/dev/null
    return 1
}

# --- the tests -------------------------------------------------------------------------------------------------------

# Adds up, and says what no count shows: tests that did not run at all, and a run that went wrong although no test did.
count() {
    local name=$1 result=$5
    printf '%s: %d passed, %d failed, %d skipped\n' "$1" "$2" "$3" "$4"
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    if ((result == 124 || result == 137)); then fail "$name took longer than $minutes_a_project minutes"
    elif (($2 + $3 + $4 == 0)); then fail "$name ran no test"
    elif ((result != 0 && $3 == 0)); then fail "$name ended with $result"
    fi
}

test_client() {
    local client=src/Rewards.Web/Client log=$work/client.log result
    if [[ ! -d $client/tests ]]; then return; fi
    say 'client'
    run env --chdir "$client" npm test --silent >"$log" 2>&1; result=$?
    local of=() word
    for word in pass fail skipped; do of+=("$(sed -nE "s/^[^a-z]* $word ([0-9]+)$/\1/p" "$log" | tail -n 1)"); done
    if ((result != 0 || ${of[0]:-0} == 0)); then cat "$log"; fi
    count client "${of[0]:-0}" "${of[1]:-0}" "${of[2]:-0}" "$result"
}

test_project() {
    local name results=$work/results.xml result totals='' of=() word
    name=$(basename "$1" .csproj)
    local assembly=${1%/*}/bin/$configuration/net10.0/$name.dll
    say "$name"
    rm -f "$results"
    run timeout --kill-after=20 "${minutes_a_project}m" dotnet "$assembly" -noLogo -noColor -xml "$results"; result=$?
    if [[ -f $results ]]; then
        totals=$(grep -m 1 -oE '<assembly [^>]*>' "$results")
        grep -E '<test [^>]* result="Fail"' "$results" | sed -nE 's/.*<test [^>]*\bname="([^"]*)".*/\1/p' >>"$work/failed"
    fi
    for word in passed failed skipped errors; do of+=("$(sed -nE "s/.* $word=\"([0-9]+)\".*/\1/p" <<<"$totals")"); done
    count "$name" "${of[0]:-0}" "$((${of[1]:-0} + ${of[3]:-0}))" "${of[2]:-0}" "$result"
}

finish() {
    local result=$?
    trap - EXIT
    trap '' INT TERM HUP
    if [[ -n $child ]]; then kill -TERM "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi
    if [[ -n $postgresql_pid ]]; then kill -INT "$postgresql_pid" 2>/dev/null; wait "$postgresql_pid" 2>/dev/null; fi
    # Once more at the end, where whoever looks at the last lines of a log finds them.
    if [[ -s $work/failed ]]; then printf '\nFailed:\n'; sed 's/^/  /' "$work/failed"; fi
    rm -rf "$work"
    printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    if ((result <= 1)); then result=$((failed > 0)); fi
    exit "$result"
}

main "$@"
exit 0
