#!/bin/sh
# Writes docs/results.md from the recorded runs of all studies. Nothing is run again. One command: reproduce/results.sh
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
command -v mvn >/dev/null || { echo "results.sh: needs Maven 3.8.7 or newer: no mvn on the path" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$root" && mvn -q -B -Dstyle.color=never -DskipTests -pl reproduce -am package) >&2 || { echo "results.sh: the build failed, see above" >&2; exit 2; }
exec "$java" -cp "$root/reproduce/target/lib/*" dev.trivium.reproduce.results.ResultsPage "$root"
