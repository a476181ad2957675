import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveDamage } from '../../input/archives/files.ts';

const READ = 256 * 1024;

/** As for zips: posts shrink to a tenth, the same post over and over to a fiftieth, a bomb to a thousandth. */
const MOST_RATIO = 250;
/** Too little to harm anybody, whatever the ratio. */
const HARMLESS = 16 * 1024 * 1024;

const BOMB =
  'this file would unpack to far more than an archive holds, so only its beginning was read';
const DAMAGED =
  'this file is cut short or damaged, so only what stands before was read: download it again';

/** The bytes that a gzip file holds, or, of a file that is none, its own. */
export async function* gunzipped(file: string, isPacked: boolean): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(file, { highWaterMark: READ });
  // An error of either ends the loop that reads from the second.
  const stream = isPacked ? pipeline(packed, createGunzip(), () => undefined) : packed;
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      length += bytes.length;
      if (length > HARMLESS && length > packed.bytesRead * MOST_RATIO) {
        throw new ArchiveDamage(BOMB);
      }
      yield bytes;
    }
  } catch (error) {
    throw error instanceof ArchiveDamage ? error : new ArchiveDamage(DAMAGED);
  } finally {
    packed.destroy();
  }
}
