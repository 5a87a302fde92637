#!/bin/sh
# What it costs to bring photos into a batch here and with torchvision, measured in turns on the same
# processors: input.sh PHOTOS, a folder of pictures, which are scaled to 500x375 and saved as JPEG
# (quality 90, 4:2:0) in a temporary folder. Try --help.
set -eu
home=$(dirname "$(readlink -f "$0")")
python=${PYTHON:-/usr/bin/python3}

missing=
command -v taskset >/dev/null || missing="$missing util-linux"
"$python" -c 'import torchvision' 2>/dev/null || missing="$missing python3-torchvision"
"$python" -c 'import PIL' 2>/dev/null || missing="$missing python3-pil"
if [ -n "$missing" ]; then
  echo "input.sh: $python lacks what it is compared with; Debian: apt-get install$missing" >&2
  exit 1
fi

(cd "$home/.." && mvn -q -B -ntp -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true package)
exec java -cp "$home/target/classes:$(cat "$home/target/classpath.txt")" \
  dev.recipe4j.bench.InputBenchmark --python "$python" --script "$home/src/main/python/input.py" "$@"
