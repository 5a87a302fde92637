"""Loads photos with torchvision and prints a measurement as JSON, as InputWorker does.

input.py prepare PHOTOS OUT: pictures of a folder, scaled to 500x375, as JPEG.
input.py measure FOLDER CHAIN THREADS SECONDS: decode, crop, flip, RandAugment if CHAIN is
RANDAUGMENT, normalise, batch.
"""

import json
import os
import resource
import sys
import time

import PIL
import torch
import torchvision
from PIL import Image, features
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms

WIDTH, HEIGHT = 500, 375
ZOOMS = (1.0, 1.15, 1.3, 1.5)
BATCH = 64


def prepare(photos, out):
    """Each picture in several cuts, so that there are some to choose from."""
    count = 0
    for name in sorted(os.listdir(photos)):
        if not name.lower().endswith((".jpg", ".jpeg", ".png", ".bmp")):
            continue
        image = Image.open(os.path.join(photos, name)).convert("RGB")
        for zoom in ZOOMS:
            scale = zoom * max(WIDTH / image.width, HEIGHT / image.height)
            size = max(WIDTH, round(image.width * scale)), max(HEIGHT, round(image.height * scale))
            large = image.resize(size, Image.LANCZOS)
            left, top = (large.width - WIDTH) // 2, (large.height - HEIGHT) // 2
            cut = large.crop((left, top, left + WIDTH, top + HEIGHT))
            cut.save(os.path.join(out, f"{count:03d}.jpg"), quality=90, subsampling=2)
            count += 1
    if count == 0:
        sys.exit(f"{photos} holds no .jpg, .png or .bmp")


class Photos(Dataset):
    def __init__(self, folder, chain):
        # Magnitude 5 of 10 is the bin in the middle of torchvision's 31.
        policies = [transforms.RandAugment(2, 15, fill=[128] * 3)] if chain == "RANDAUGMENT" else []
        self.files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        self.transform = transforms.Compose(
            [
                transforms.RandomResizedCrop(224),
                transforms.RandomHorizontalFlip(),
                *policies,
                transforms.ToTensor(),
                transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
            ]
        )

    def __len__(self):
        return 1 << 30

    def __getitem__(self, index):
        with open(self.files[index % len(self.files)], "rb") as file:
            return self.transform(Image.open(file).convert("RGB")), 0


def cpu_seconds():
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


def measure(folder, chain, threads, seconds):
    torch.set_num_threads(1)
    # One process loads where it is used, more than one in processes of their own, as is usual.
    workers = 0 if int(threads) == 1 else int(threads)
    batches = iter(DataLoader(Photos(folder, chain), batch_size=BATCH, num_workers=workers))

    def load():
        images, total, start = 0, 0.0, time.perf_counter()
        while images == 0 or time.perf_counter() - start < float(seconds):
            batch, _ = next(batches)
            images += len(batch)
            total += batch[0, 0, 0, 0].item()
        return images, total

    load()
    cpu, wall = cpu_seconds(), time.perf_counter()
    images, _ = load()
    measurement = {
        "images": images,
        "cpuSeconds": cpu_seconds() - cpu,
        "wallSeconds": time.perf_counter() - wall,
        "software": f"torchvision {torchvision.__version__}, PIL {PIL.__version__},"
        f" libjpeg-turbo {features.version('libjpeg_turbo')}",
    }
    print(json.dumps(measurement))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
