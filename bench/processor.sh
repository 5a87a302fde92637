#!/bin/sh
# What the annotation processor costs: javac on 1, 10, 100 and 1,000 recipes without it, with reading
# and checking only, and with everything. Arguments go to JMH.
set -eu
home=$(dirname "$(readlink -f "$0")")
(cd "$home/.." && mvn -q -B -ntp -pl bench -am -DskipTests -Dspotless.check.skip=true package)
exec java -cp "$home/target/classes:$(cat "$home/target/classpath.txt")" org.openjdk.jmh.Main \
  ProcessorBenchmark "$@"
