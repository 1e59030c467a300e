// Files of any size from a block of lines, written without holding more than the block.
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';

/** Blocks of whole lines until it is as long; ids differ from block to block, so that texts do not repeat. */
export function repeat(from, to, sizeBytes) {
  const block = readFileSync(from);
  const places = placesOf(block);
  const file = openSync(to, 'w');
  for (let written = 0, n = 0; written < sizeBytes; n += 1) {
    mark(block, places, n);
    written += writeWhole(file, block, sizeBytes - written);
  }
  closeSync(file);
  return to;
}

/** The lines as elements of one array on one line; how many there are. */
export function arrayOf(from, to, sizeBytes) {
  const block = readFileSync(from);
  let count = 0;
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) {
    block[at] = 44;
    count += 1;
  }
  const file = openSync(to, 'w');
  writeSync(file, '[');
  let blocks = 0;
  for (let written = 0; written < sizeBytes; blocks += 1) written += writeSync(file, block);
  writeSync(file, ']');
  closeSync(file);
  cutLastComma(to);
  return count * blocks;
}

/** No more than is wanted, but for the end of a line. */
function writeWhole(file, block, wantedBytes) {
  const end = wantedBytes >= block.length ? block.length : block.indexOf(10, wantedBytes) + 1;
  return writeSync(file, block, 0, end);
}

function cutLastComma(path) {
  const file = openSync(path, 'r+');
  writeSync(file, ' ', statSync(path).size - 2);
  closeSync(file);
}

/** Every line begins its problem with "Problem "; the word is as long with a number in it. */
const placesOf = (block) => {
  const places = [];
  for (let at = block.indexOf('Problem '); at >= 0; at = block.indexOf('Problem ', at + 7)) places.push(at);
  return places;
};

function mark(block, places, n) {
  const name = Buffer.from(n === 0 ? 'Problem' : `P${String(n).padStart(6, '0')}`);
  for (const at of places) name.copy(block, at);
}
