# shellcheck shell=sh
# Runs a command, and ends it when standard input ends: then the JVM that holds the other end is gone.
# Arguments: seconds to wait between SIGTERM and SIGKILL, the file for the process id, the command.
grace=$1
pid_file=$2
shift 2

# A terminal's Ctrl-C and hang-up reach the whole process group, but only the JVM decides the order in which its children end.
trap '' INT HUP

exec 3<&0
"$@" </dev/null 3<&- &
child=$!
trap 'kill -TERM "$child" 2>/dev/null' TERM
echo "$child" >"$pid_file"

{
  read -r _ <&3
  kill -TERM "$child"
  while [ "$grace" -gt 0 ] && kill -0 "$child"; do
    sleep 1
    grace=$((grace - 1))
  done
  kill -KILL "$child"
} >/dev/null 2>&1 &
watcher=$!
exec 3<&-

wait "$child"
status=$?
# A trapped signal ends `wait` early.
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  status=$?
done
# Not TERM: a new subshell that still has this shell's trap would ignore the signal, and this shell would wait for ever.
kill -KILL "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$status"
