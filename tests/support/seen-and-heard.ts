import { registerMediabunnyServer } from '@mediabunny/server';
import sharp from 'sharp';
import { readSound } from '#media/sound-read.ts';

registerMediabunnyServer({ hardwareContext: null });

/** The pixels of a picture at one size, so that two can be laid over each other: 320 by 240, RGB. */
export async function pixelsOf(file: string): Promise<Buffer> {
  // Taken from the middle at full size: made smaller, two fine patterns are the same grey.
  return sharp(file)
    .resize(640, 480, { fit: 'fill' })
    .extract({ left: 160, top: 120, width: 320, height: 240 })
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** How far two pictures are apart: the mean difference of a colour value, 0 to 255. */
export function distance(one: Buffer, other: Buffer): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / one.length;
}

/** Quieter than this is silence, or what an encoder left in it. */
const HEARD = 0.03;

/** The pitch of a recording of one steady tone, in hertz, from how often it rises through zero. */
export async function pitchOf(file: string, type: 'mp3' | 'webm' | 'wav'): Promise<number> {
  const { sampleRate, blocks } = await readSound(file, type);
  const rises: number[] = [];
  let at = 0;
  let below = false;
  for await (const block of blocks) {
    for (const value of block) {
      if (below && value > HEARD) rises.push(at);
      if (value > HEARD) below = false;
      if (value < -HEARD) below = true;
      at += 1;
    }
  }
  const [first = 0, last = 0] = [rises[0], rises.at(-1)];
  return ((rises.length - 1) * sampleRate) / (last - first);
}
