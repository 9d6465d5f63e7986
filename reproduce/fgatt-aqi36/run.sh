#!/bin/sh
# Builds what is needed, fits FGATT and simple methods on AQI-36, fills hidden cells and scores them. One command: reproduce/fgatt-aqi36/run.sh
# Options (--help): --mirror DIR, --settings grin,strict, --methods linear,fgatt, --seeds 1,2,3, --threads 1, --out DIR, --allow masked-training-values, --record.
# Exits with 1 if FGATT misses its limit.
set -eu
invoked=$(pwd)
home=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$home/../.." && pwd -P)
command -v mvn >/dev/null || { echo "run.sh: needs Maven 3.8.7 or newer: no mvn on the path" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$root" && mvn -q -B -Dstyle.color=never -DskipTests -pl reproduce -am package) >&2 || { echo "run.sh: the build failed, see above" >&2; exit 2; }
# What --record writes is no change of the sources.
commit=$(git -C "$root" rev-parse --short=10 HEAD 2>/dev/null || echo unknown)
[ -z "$(git -C "$root" status --porcelain -- . ':!reproduce/fgatt-aqi36' 2>/dev/null)" ] || commit=$commit-dirty
cd "$invoked"
exec "$java" -Xmx2g --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp "$root/reproduce/target/lib/*" \
    dev.trivium.reproduce.fgatt.Reproduction --study fgatt-aqi36 --out "$root/reproduce/target/fgatt-aqi36" --home "$home" --commit "$commit" "$@"
