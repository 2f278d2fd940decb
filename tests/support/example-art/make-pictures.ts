/**
 * Draws the pictures of the example archive into `content/stories/`.
 *
 *     node tests/support/example-art/make-pictures.ts [name …]
 *
 * The drawings come from seeds, so drawing again changes nothing but what the scenes say.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { finish, type Format } from './finish.ts';
import type { Sheet } from './paint.ts';
import { allotment } from './scene-allotment.ts';
import { bench } from './scene-bench.ts';
import { cage } from './scene-cage.ts';
import { canal } from './scene-canal.ts';
import { kettle } from './scene-kettle.ts';
import { moped } from './scene-moped.ts';
import { quilt } from './scene-quilt.ts';
import { nightWindow, street } from './scene-street.ts';
import { cookingTable } from './scene-table.ts';
import { tree } from './scene-tree.ts';
import { waitingRoom } from './scene-waiting.ts';
import { rainWindow } from './scene-window.ts';

interface Picture {
  readonly name: string;
  readonly file: string;
  readonly format: Format;
  readonly seed: number;
  readonly draw: () => Sheet;
}

const PICTURES: readonly Picture[] = [
  { name: 'allotment', file: 'ic1jp5zk/f1.jpg', format: 'jpeg', seed: 5, draw: allotment },
  { name: 'waiting-room', file: 'evhlxjz0/f1.webp', format: 'webp', seed: 6, draw: waitingRoom },
  { name: 'rain', file: '6h2tm5bn/f1.jpg', format: 'jpeg', seed: 7, draw: rainWindow },
  { name: 'kettle', file: 'q3kjtjnt/f1.tiff', format: 'tiff', seed: 8, draw: kettle },
  { name: 'canal', file: 'c3yku126/f1.avif', format: 'avif', seed: 9, draw: canal },
  { name: 'street', file: 'p226hy0u/f1.webp', format: 'webp', seed: 10, draw: street },
  { name: 'quilt', file: 'hy215df6/f1.png', format: 'png', seed: 11, draw: quilt },
  { name: 'moped', file: '1xek41ka/f1.jpg', format: 'jpeg', seed: 12, draw: moped },
  {
    name: 'window',
    file: 'v69qtf0z/f1.jpg',
    format: 'jpeg',
    seed: 13,
    draw: () => nightWindow(false),
  },
  {
    name: 'window-safe',
    file: 'v69qtf0z/f1-safe.jpg',
    format: 'jpeg',
    seed: 13,
    draw: () => nightWindow(true),
  },
  { name: 'tree', file: '7mpxzeky/f1.jpg', format: 'jpeg', seed: 14, draw: tree },
  { name: 'cage', file: 'g1sepw6z/f1.jpg', format: 'jpeg', seed: 15, draw: cage },
  { name: 'bench', file: 'b6hy0pfe/f1.jpg', format: 'jpeg', seed: 16, draw: bench },
  { name: 'table', file: 't2wjm7ka/f1.webp', format: 'webp', seed: 17, draw: cookingTable },
];

const stories = new URL('../../../content/stories/', import.meta.url);
const wanted = process.argv.slice(2);

for (const picture of PICTURES) {
  if (wanted.length > 0 && !wanted.includes(picture.name)) continue;
  const { format, seed } = picture;
  const bytes = await finish(picture.draw(), { format, seed, grain: format === 'png' ? 0 : 5 });
  await writeFile(fileURLToPath(new URL(picture.file, stories)), bytes);
  process.stdout.write(`${picture.file}  ${Math.round(bytes.length / 1000)} kB\n`);
}
