package dev.recipe4j.runtime.data.jpeg;

/**
 * One colour of an image.
 *
 * @param id its number or letter in the file
 * @param across samples in a unit of the image from left to right, 1 to 4
 * @param down samples in a unit from top to bottom, 1 to 4
 * @param quantization number of its table
 */
record Component(int id, int across, int down, int quantization) {}
