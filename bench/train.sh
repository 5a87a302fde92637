#!/bin/sh
# What a training step costs on our engines and on PyTorch, measured in turns on the same processors,
# recorded in docs/performance.md. Try --help, --quick, --nets lenet.
set -eu
home=$(dirname "$(readlink -f "$0")")
python=${PYTHON:-/usr/bin/python3}

missing=
command -v taskset >/dev/null || missing="$missing util-linux"
"$python" -c 'import torch' 2>/dev/null || missing="$missing python3-torch"
"$python" -c 'import torchvision' 2>/dev/null || missing="$missing python3-torchvision"
"$python" -c 'import ctypes; ctypes.CDLL("libblas.so.3").openblas_get_config' 2>/dev/null ||
  missing="$missing libopenblas0-pthread"
if [ -n "$missing" ]; then
  echo "train.sh: $python lacks what it is compared with; Debian: apt-get install$missing" >&2
  exit 1
fi

(cd "$home/.." && mvn -q -B -ntp -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true package)
exec java -cp "$home/target/classes:$(cat "$home/target/classpath.txt")" \
  dev.recipe4j.bench.TrainingBenchmark --python "$python" --script "$home/src/main/python/train.py" \
  --page "$home/../docs/performance.md" "$@"
