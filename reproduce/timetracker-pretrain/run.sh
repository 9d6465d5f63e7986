#!/bin/sh
# Builds what is needed and pre-trains Time Tracker: one sitting, or with --finish N the decay that ends in weights. One command: reproduce/timetracker-pretrain/run.sh --minutes 45
# Options (--help): --minutes N, --epochs N, --finish N, --checkpoint FILE, --seed 1, --threads 1, --mirror DIR, --out DIR, --small.
set -eu
invoked=$(pwd)
home=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$home/../.." && pwd -P)
command -v mvn >/dev/null || { echo "run.sh: needs Maven 3.8.7 or newer: no mvn on the path" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$root" && mvn -q -B -Dstyle.color=never -DskipTests -pl reproduce -am package) >&2 || { echo "run.sh: the build failed, see above" >&2; exit 2; }
commit=$(git -C "$root" rev-parse --short=10 HEAD 2>/dev/null || echo unknown)
[ -z "$(git -C "$root" status --porcelain -- . 2>/dev/null)" ] || commit=$commit-dirty
out=$root/reproduce/target/timetracker-pretrain
mkdir -p "$out"
# The run may outlast the next build: it gets jars of its own.
jars=$(mktemp -d "$out/jars.XXXXXX")
trap 'rm -rf "$jars"' EXIT
cp "$root"/reproduce/target/lib/*.jar "$jars"
cd "$invoked"
"$java" -Xmx2g --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp "$jars/*" \
    dev.trivium.reproduce.timetracker.PretrainingRun --out "$out" --commit "$commit" "$@"
