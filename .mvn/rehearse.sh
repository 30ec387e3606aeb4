#!/bin/sh
# Runs Millrace for a short busy day on a store of its own, and keeps what the virtual machine learnt for later starts.
set -eu
jdk=$1 options=$2 lib=$3 learnt=$4
data=$(mktemp -d)
trap 'rm -rf "$data" "$learnt.new" "$(dirname "$learnt")/rehearsal"' EXIT
trap 'exit 1' INT TERM HUP
sleep 20
nice -n 19 "$jdk/bin/java" "@$options" -Xms128m -Xmx640m -XX:AOTCacheOutput="$learnt.new" -cp "$lib/*" \
  io.millrace.infra.cli.Millrace up --rehearse --data "$data" --port 0 --kafka-port 0 --registry-port 0
mv "$learnt.new" "$learnt"
