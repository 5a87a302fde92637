"""Draws the accuracies of runs: accuracy.py OUT.svg NAME=RUN_DIRECTORY ..."""

import csv
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "recipe4j"  # The same picture from the same numbers.
import matplotlib.pyplot as plt


def column(rows, name):
    return [100 * float(row[name]) for row in rows]


def main(out, runs):
    figure, axes = plt.subplots(figsize=(7.2, 4.2))
    for number, run in enumerate(runs):
        name, directory = run.split("=", 1)
        with open(f"{directory}/history.csv", newline="") as history:
            rows = list(csv.DictReader(history))
        epochs = [int(row["epoch"]) for row in rows]
        color = f"C{number}"
        axes.plot(epochs, column(rows, "test_top1"), color=color, marker="o", label=name)
        axes.plot(epochs, column(rows, "clean_train_top1"), color=color, linestyle=":")
    axes.plot([], [], color="grey", marker="o", label="validation")
    axes.plot([], [], color="grey", linestyle=":", label="training images, not augmented")
    axes.set_xlabel("epoch")
    axes.set_ylabel("accuracy, %")
    axes.set_ylim(0, 101)
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right", fontsize="small")
    figure.savefig(out, bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
