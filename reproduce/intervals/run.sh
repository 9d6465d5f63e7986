#!/bin/sh
# Builds what is needed, fits models, calibrates their intervals and counts how many test values fall inside. One command: reproduce/intervals/run.sh
# Options (--help): --mirror DIR, --cases etth1-24, --methods linear,waverora, --seeds 1,2,3, --epochs 3, --threads 1, --out DIR, --record.
set -eu
invoked=$(pwd)
home=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$home/../.." && pwd -P)
command -v mvn >/dev/null || { echo "run.sh: needs Maven 3.8.7 or newer: no mvn on the path" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$root" && mvn -q -B -Dstyle.color=never -DskipTests -pl reproduce -am package) >&2 || { echo "run.sh: the build failed, see above" >&2; exit 2; }
# What --record writes is no change of the sources.
commit=$(git -C "$root" rev-parse --short=10 HEAD 2>/dev/null || echo unknown)
[ -z "$(git -C "$root" status --porcelain -- . ':!reproduce/intervals' 2>/dev/null)" ] || commit=$commit-dirty
cd "$invoked"
exec "$java" -Xmx2g --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp "$root/reproduce/target/lib/*" \
    dev.trivium.reproduce.intervals.Reproduction --out "$root/reproduce/target/intervals" --home "$home" --commit "$commit" "$@"
