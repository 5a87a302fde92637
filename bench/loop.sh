#!/bin/sh
# What the training loop costs beside the engine's bare step on the same batches; see --help.
set -eu
home=$(dirname "$(readlink -f "$0")")
(cd "$home/.." && mvn -q -B -ntp -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true package)
exec java -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
  -cp "$home/target/classes:$(cat "$home/target/classpath.txt")" dev.recipe4j.bench.LoopBenchmark "$@"
