#!/bin/sh
# Links the 20 largest classes of Caltech-101 into an image folder with train/ and val/:
# caltech101.sh DATA OUT, where DATA has images/, train_list.txt and val_list.txt ("path label").
set -eu
data=$(readlink -f "$1")
out=$2
largest=$(cat "$data/train_list.txt" "$data/val_list.txt" | cut -d/ -f2 | sort | uniq -c |
  sort -k1,1nr -k2,2 | head -20 | awk '{print $2}')
for part in train val; do
  for class in $largest; do
    mkdir -p "$out/$part/$class"
    grep "^images/$class/" "$data/${part}_list.txt" | cut -d' ' -f1 | while read -r image; do
      ln -s "$data/$image" "$out/$part/$class/"
    done
  done
done
