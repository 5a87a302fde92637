"""Trains one network with PyTorch and prints what it measured as one line of JSON.

train.py ARCHITECTURE PARAMETERS CLASSES SIDE BATCH MEMORY_FORMAT THREADS SECONDS

The Java class TrainingWorker does the same with the engines of this project.
"""

import ctypes
import json
import sys
import time

import torch
import torchvision
from torch import nn


def resnet18_small(classes):
    """For images of 32 pixels: a 3x3 stem without stride and without pooling."""
    model = torchvision.models.resnet18(num_classes=classes)
    model.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
    model.maxpool = nn.Identity()
    return model


def resnet50(classes):
    return torchvision.models.resnet50(num_classes=classes)


def mobilenet_v1(classes, width=0.25):
    def unit(inputs, outputs, kernel, stride, groups=1):
        return [
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        ]

    blocks = [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2)]
    blocks += [(512, 1)] * 5 + [(1024, 2), (1024, 1)]
    channels = int(32 * width)
    layers = unit(3, channels, 3, 2)
    for outputs, stride in blocks:
        layers += unit(channels, channels, 3, stride, groups=channels)
        layers += unit(channels, int(outputs * width), 1, 1)
        channels = int(outputs * width)
    head = [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, classes)]
    return nn.Sequential(*layers, *head)


def mobilenet_v2(classes):
    return torchvision.models.mobilenet_v2(num_classes=classes, width_mult=0.25)


def mobilenet_v3_small(classes):
    return torchvision.models.mobilenet_v3_small(num_classes=classes)


def lenet(classes):
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(inplace=True),
        nn.Linear(120, 84), nn.ReLU(inplace=True),
        nn.Linear(84, classes),
    )  # fmt: skip


ARCHITECTURES = {
    f.__name__: f
    for f in (resnet18_small, resnet50, mobilenet_v1, mobilenet_v2, mobilenet_v3_small, lenet)
}


def gemm(size=2048, products=5):
    """10^9 floating-point operations in a CPU second of a matrix product."""
    a, b, product = torch.rand(size, size), torch.rand(size, size), torch.empty(size, size)
    torch.mm(a, b, out=product)
    start = time.process_time()
    for _ in range(products):
        torch.mm(a, b, out=product)
    return products * 2 * size**3 / (time.process_time() - start) / 1e9


def peak_kibibytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def software():
    blas = ctypes.CDLL("libblas.so.3")
    if not hasattr(blas, "openblas_get_config"):
        sys.exit("PyTorch is slow without OpenBLAS: apt-get install libopenblas0-pthread")
    blas.openblas_get_config.restype = ctypes.c_char_p
    _, version, *_, core, _ = blas.openblas_get_config().decode().split()
    one_dnn = torch.__config__.show().split("MKL-DNN v")[1].split()[0]
    return f"PyTorch {torch.__version__}, oneDNN {one_dnn}, OpenBLAS {version} for {core}"


def main(architecture, parameters, classes, side, batch, memory_format, threads, seconds):
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    memory_format = getattr(torch, memory_format)
    model = ARCHITECTURES[architecture](int(classes)).to(memory_format=memory_format)
    trained = sum(p.numel() for p in model.parameters())
    if trained != int(parameters):
        sys.exit(f"{architecture} has {trained} parameters in PyTorch and {parameters} in recipe4j")
    channels = next(model.parameters()).shape[1]
    images = torch.randn(int(batch), channels, int(side), int(side))
    images = images.to(memory_format=memory_format)
    labels = torch.randint(int(classes), (int(batch),))
    optimizer = torch.optim.SGD(
        model.parameters(), lr=1e-4, momentum=0.9, weight_decay=1e-4, foreach=True
    )

    def train():
        steps, start = 0, time.perf_counter()
        while steps == 0 or time.perf_counter() - start < float(seconds):
            optimizer.zero_grad(set_to_none=True)
            loss = nn.functional.cross_entropy(model(images), labels)
            loss.backward()
            optimizer.step()
            steps += 1
        return steps, loss.item()

    train()
    cpu, wall = time.process_time(), time.perf_counter()
    steps, loss = train()
    measurement = {
        "steps": steps,
        "cpuSeconds": time.process_time() - cpu,
        "wallSeconds": time.perf_counter() - wall,
        "compilingSeconds": 0,
        "loss": loss,
        "startSeconds": cpu,
        "peakKibibytes": peak_kibibytes(),
        "gemm": gemm(),
        "software": software(),
    }
    print(json.dumps(measurement))


if __name__ == "__main__":
    main(*sys.argv[1:])
