// The arithmetic of the scout, in AssemblyScript: compiled to WebAssembly by scripts/kernels.ts.
// Pointers count bytes of the one memory; rows are SIZE numbers wide unless a function says otherwise.

const SIZE: usize = 64;
const ROW: usize = SIZE << 2;
/** Activations are rounded to 13 bits: with weights of 8 a sum of 128 products fits 32 bits with room to spare. */
const ACTIVATION_STEPS: f32 = 4095.0;

/** x = scale × the sum of the 8-bit rows of the table that each word names by their places. */
export function embed(
  places: usize,
  words: i32,
  rowsAWord: i32,
  table: usize,
  scale: f32,
  x: usize,
): void {
  const by = f32x4.splat(scale);
  for (let word = 0; word < words; word++) {
    for (let at: usize = 0; at < SIZE; at += 8) {
      let sum = i16x8.splat(0);
      for (let row = 0; row < rowsAWord; row++) {
        const place = load<u32>(places + ((<usize>row) << 2));
        sum = i16x8.add(sum, v128.load_ext<i8>(table + <usize>place + at));
      }
      const low = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(sum)), by);
      const high = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(sum)), by);
      v128.store(x + (at << 2), low);
      v128.store(x + (at << 2), high, 16);
    }
    places += (<usize>rowsAWord) << 2;
    x += ROW;
  }
}

/** out = for each place of a row its own mean of the seven rows round it. Three rows of nothing stand round x. */
export function mix(x: usize, rows: i32, weights: usize, out: usize): void {
  for (let at: usize = 0; at < ROW; at += 16) {
    const w0 = v128.load(weights + at);
    const w1 = v128.load(weights + ROW + at);
    const w2 = v128.load(weights + 2 * ROW + at);
    const w3 = v128.load(weights + 3 * ROW + at);
    const w4 = v128.load(weights + 4 * ROW + at);
    const w5 = v128.load(weights + 5 * ROW + at);
    const w6 = v128.load(weights + 6 * ROW + at);
    let from = x - 3 * ROW + at;
    let x0 = v128.load(from);
    let x1 = v128.load(from + ROW);
    let x2 = v128.load(from + 2 * ROW);
    let x3 = v128.load(from + 3 * ROW);
    let x4 = v128.load(from + 4 * ROW);
    let x5 = v128.load(from + 5 * ROW);
    from += 6 * ROW;
    let to = out + at;
    for (let row = 0; row < rows; row++) {
      const x6 = v128.load(from);
      let sum = f32x4.mul(x0, w0);
      sum = f32x4.add(sum, f32x4.mul(x1, w1));
      sum = f32x4.add(sum, f32x4.mul(x2, w2));
      sum = f32x4.add(sum, f32x4.mul(x3, w3));
      sum = f32x4.add(sum, f32x4.mul(x4, w4));
      sum = f32x4.add(sum, f32x4.mul(x5, w5));
      sum = f32x4.add(sum, f32x4.mul(x6, w6));
      v128.store(to, sum);
      x0 = x1;
      x1 = x2;
      x2 = x3;
      x3 = x4;
      x4 = x5;
      x5 = x6;
      from += ROW;
      to += ROW;
    }
  }
}

/** Rounds each row of `size` numbers to whole numbers of 16 bits; its scale goes to `scales`. */
export function round(x: usize, rows: i32, size: i32, out: usize, scales: usize): void {
  for (let row = 0; row < rows; row++) {
    let most = f32x4.splat(0);
    for (let at = 0; at < size; at += 4) {
      most = f32x4.max(most, f32x4.abs(v128.load(x + ((<usize>at) << 2))));
    }
    const peak = max(
      max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    );
    const scale = peak > 0 ? peak / ACTIVATION_STEPS : 1.0;
    const inverse = f32x4.splat(1.0 / scale);
    for (let at = 0; at < size; at += 8) {
      const low = f32x4.nearest(f32x4.mul(v128.load(x + ((<usize>at) << 2)), inverse));
      const high = f32x4.nearest(f32x4.mul(v128.load(x + ((<usize>at) << 2), 16), inverse));
      const packed = i16x8.narrow_i32x4_s(
        i32x4.trunc_sat_f32x4_s(low),
        i32x4.trunc_sat_f32x4_s(high),
      );
      v128.store(out + ((<usize>at) << 1), packed);
    }
    store<f32>(scales + ((<usize>row) << 2), scale);
    x += (<usize>size) << 2;
    out += (<usize>size) << 1;
  }
}

const STORE: i32 = 0;
const POSITIVE: i32 = 1;

function finish(
  sum: v128,
  scale: usize,
  columnScales: v128,
  bias: v128,
  mode: i32,
  out: usize,
): void {
  const by = f32x4.mul(v128.load32_splat(scale), columnScales);
  const value = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), by), bias);
  if (mode === STORE) v128.store(out, value);
  else if (mode === POSITIVE) v128.store(out, f32x4.max(value, f32x4.splat(0)));
  else v128.store(out, f32x4.add(v128.load(out), value));
}

/**
 * out = x × w + bias, where `x` holds rounded rows, a multiple of four of them. `w` holds for each four
 * columns, and for each two numbers of a row, the 16-bit weights of these two for one column after the
 * other; the columns' scales and biases follow each other in `scales` and `bias`. `mode`: 0 stores the
 * sums, 1 what is positive of them, 2 adds them to what stands there.
 */
export function multiply(
  x: usize,
  xScales: usize,
  rows: i32,
  size: i32,
  w: usize,
  scales: usize,
  bias: usize,
  columns: i32,
  mode: i32,
  out: usize,
): void {
  const rowBytes = (<usize>size) << 1;
  const outBytes = (<usize>columns) << 2;
  for (let column = 0; column < columns; column += 4) {
    const columnScales = v128.load(scales + ((<usize>column) << 2));
    const biases = v128.load(bias + ((<usize>column) << 2));
    for (let row = 0; row < rows; row += 4) {
      let x0 = x + <usize>row * rowBytes;
      let from = w;
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let a2 = i32x4.splat(0);
      let a3 = i32x4.splat(0);
      for (let at: usize = 0; at < rowBytes; at += 4) {
        const weights = v128.load(from);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load32_splat(x0 + at), weights));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load32_splat(x0 + rowBytes + at), weights));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v128.load32_splat(x0 + 2 * rowBytes + at), weights));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v128.load32_splat(x0 + 3 * rowBytes + at), weights));
        from += 16;
      }
      const rowScales = xScales + ((<usize>row) << 2);
      const target = out + <usize>row * outBytes + ((<usize>column) << 2);
      finish(a0, rowScales, columnScales, biases, mode, target);
      finish(a1, rowScales + 4, columnScales, biases, mode, target + outBytes);
      finish(a2, rowScales + 8, columnScales, biases, mode, target + 2 * outBytes);
      finish(a3, rowScales + 12, columnScales, biases, mode, target + 3 * outBytes);
    }
    w += rowBytes << 2;
  }
}

/** out = the mean of all rows, then the most of each place. */
export function pool(x: usize, rows: i32, out: usize): void {
  const share = f32x4.splat(1.0 / <f32>rows);
  for (let at: usize = 0; at < ROW; at += 16) {
    let from = x + at;
    let sum = v128.load(from);
    let most = sum;
    for (let row = 1; row < rows; row++) {
      from += ROW;
      const one = v128.load(from);
      sum = f32x4.add(sum, one);
      most = f32x4.max(most, one);
    }
    v128.store(out + at, f32x4.mul(sum, share));
    v128.store(out + ROW + at, most);
  }
}

/** Adds one row to all. */
export function addToAll(x: usize, rows: i32, one: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0; at < ROW; at += 16) {
      v128.store(x + at, f32x4.add(v128.load(x + at), v128.load(one + at)));
    }
    x += ROW;
  }
}
