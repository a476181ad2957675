// The arithmetic of the encoder, in AssemblyScript: compiled to WebAssembly by the build
// (scripts/kernels.mjs). Pointers count bytes of the one memory; the caller lays it out.

/** Steps of the table of GELU: from -8 to 8, 256 to the unit. */
const GELU_STEPS: i32 = 4096;
const GELU_SCALE: f32 = 256.0;
const GELU_REACH: f32 = 8.0;
/** Activations are rounded to 13 bits: with weights of 8 a sum of 4096 products fits 32 bits. */
const ACTIVATION_STEPS: f32 = 4095.0;

/** Rounds each row to whole numbers of 16 bits; its scale goes to `scales`. */
export function quantise(x: usize, rows: i32, size: i32, out: usize, scales: usize): void {
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

function sumOf(lanes: v128): f32 {
  const pairs = i32x4.add(lanes, i32x4.shuffle(lanes, lanes, 2, 3, 0, 1));
  return <f32>(i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1));
}

/**
 * out[row][column] = x[row] · w[column] × their scales + bias[column]. `x` holds quantised rows, a
 * multiple of four of them; `w` one row of 8-bit weights a column, an even number of columns;
 * `size` is a multiple of eight.
 */
export function multiply(
  x: usize,
  xScales: usize,
  rows: i32,
  size: i32,
  w: usize,
  wScales: usize,
  bias: usize,
  columns: i32,
  out: usize,
): void {
  const rowBytes = (<usize>size) << 1;
  const outBytes = (<usize>columns) << 2;
  for (let column = 0; column < columns; column += 2) {
    const w0 = w + <usize>column * <usize>size;
    const w1 = w0 + <usize>size;
    const place = (<usize>column) << 2;
    const s0 = load<f32>(wScales + place);
    const s1 = load<f32>(wScales + place, 4);
    const b0 = load<f32>(bias + place);
    const b1 = load<f32>(bias + place, 4);
    for (let row = 0; row < rows; row += 4) {
      const x0 = x + <usize>row * rowBytes;
      const x1 = x0 + rowBytes;
      const x2 = x1 + rowBytes;
      const x3 = x2 + rowBytes;
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let a2 = i32x4.splat(0);
      let a3 = i32x4.splat(0);
      let c0 = i32x4.splat(0);
      let c1 = i32x4.splat(0);
      let c2 = i32x4.splat(0);
      let c3 = i32x4.splat(0);
      for (let at: usize = 0; at < <usize>size; at += 8) {
        const first = v128.load_ext<i8>(w0 + at);
        const second = v128.load_ext<i8>(w1 + at);
        const p0 = v128.load(x0 + (at << 1));
        const p1 = v128.load(x1 + (at << 1));
        const p2 = v128.load(x2 + (at << 1));
        const p3 = v128.load(x3 + (at << 1));
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(p0, first));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(p1, first));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(p2, first));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(p3, first));
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(p0, second));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(p1, second));
        c2 = i32x4.add(c2, i32x4.dot_i16x8_s(p2, second));
        c3 = i32x4.add(c3, i32x4.dot_i16x8_s(p3, second));
      }
      const scales = xScales + ((<usize>row) << 2);
      const q0 = load<f32>(scales);
      const q1 = load<f32>(scales, 4);
      const q2 = load<f32>(scales, 8);
      const q3 = load<f32>(scales, 12);
      let target = out + <usize>row * outBytes + place;
      store<f32>(target, sumOf(a0) * q0 * s0 + b0);
      store<f32>(target, sumOf(c0) * q0 * s1 + b1, 4);
      target += outBytes;
      store<f32>(target, sumOf(a1) * q1 * s0 + b0);
      store<f32>(target, sumOf(c1) * q1 * s1 + b1, 4);
      target += outBytes;
      store<f32>(target, sumOf(a2) * q2 * s0 + b0);
      store<f32>(target, sumOf(c2) * q2 * s1 + b1, 4);
      target += outBytes;
      store<f32>(target, sumOf(a3) * q3 * s0 + b0);
      store<f32>(target, sumOf(c3) * q3 * s1 + b1, 4);
    }
  }
}

function sumOfFloats(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    f32x4.extract_lane(lanes, 2) +
    f32x4.extract_lane(lanes, 3)
  );
}

/** x = layer norm of (x + y), in place; `gain` and `shift` hold one number a place of a row. */
export function addNorm(x: usize, y: usize, gain: usize, shift: usize, rows: i32, size: i32): void {
  const bytes = (<usize>size) << 2;
  for (let row = 0; row < rows; row++) {
    let sum = f32x4.splat(0);
    let squares = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const both = f32x4.add(v128.load(x + at), v128.load(y + at));
      v128.store(x + at, both);
      sum = f32x4.add(sum, both);
    }
    const mean = f32x4.splat(sumOfFloats(sum) / <f32>size);
    for (let at: usize = 0; at < bytes; at += 16) {
      const apart = f32x4.sub(v128.load(x + at), mean);
      squares = f32x4.add(squares, f32x4.mul(apart, apart));
    }
    const spread = f32x4.splat(1.0 / Mathf.sqrt(sumOfFloats(squares) / <f32>size + 1e-12));
    for (let at: usize = 0; at < bytes; at += 16) {
      const even = f32x4.mul(f32x4.sub(v128.load(x + at), mean), spread);
      v128.store(x + at, f32x4.add(f32x4.mul(even, v128.load(gain + at)), v128.load(shift + at)));
    }
    x += bytes;
    y += bytes;
  }
}

/** GELU of each number, in place, from a table of GELU_STEPS + 1 values. */
export function gelu(x: usize, count: i32, table: usize): void {
  const end = x + ((<usize>count) << 2);
  for (; x < end; x += 4) {
    const value = load<f32>(x);
    if (value >= GELU_REACH) continue;
    if (value <= -GELU_REACH) {
      store<f32>(x, 0);
      continue;
    }
    const exact = (value + GELU_REACH) * GELU_SCALE;
    const step = min(<i32>exact, GELU_STEPS - 1);
    const place = table + ((<usize>step) << 2);
    const low = load<f32>(place);
    store<f32>(x, low + (load<f32>(place, 4) - low) * (exact - <f32>step));
  }
}

/**
 * Attention of every row to every row: `qkv` holds three vectors of `size` a row, cut into `heads`
 * of 32 numbers; `scores` has room for `rows` numbers.
 */
export function attend(
  qkv: usize,
  rows: i32,
  size: i32,
  heads: i32,
  scores: usize,
  out: usize,
): void {
  const stride = <usize>size * 12;
  const width = (<usize>size / <usize>heads) << 2;
  const scale: f32 = 1.0 / Mathf.sqrt(<f32>size / <f32>heads);
  for (let head = 0; head < heads; head++) {
    const queries = qkv + <usize>head * width;
    const keys = queries + ((<usize>size) << 2);
    const values = keys + ((<usize>size) << 2);
    for (let row = 0; row < rows; row++) {
      const query = queries + <usize>row * stride;
      let most: f32 = -1e30;
      for (let other = 0; other < rows; other++) {
        const key = keys + <usize>other * stride;
        let sum = f32x4.splat(0);
        for (let at: usize = 0; at < width; at += 16) {
          sum = f32x4.add(sum, f32x4.mul(v128.load(query + at), v128.load(key + at)));
        }
        const score = sumOfFloats(sum) * scale;
        store<f32>(scores + ((<usize>other) << 2), score);
        most = max(most, score);
      }
      let total: f32 = 0;
      for (let other = 0; other < rows; other++) {
        const weight = Mathf.exp(load<f32>(scores + ((<usize>other) << 2)) - most);
        store<f32>(scores + ((<usize>other) << 2), weight);
        total += weight;
      }
      const target = out + ((<usize>row * <usize>size) << 2) + <usize>head * width;
      for (let at: usize = 0; at < width; at += 16) {
        let mixed = f32x4.splat(0);
        for (let other = 0; other < rows; other++) {
          const weight = f32x4.splat(load<f32>(scores + ((<usize>other) << 2)));
          mixed = f32x4.add(
            mixed,
            f32x4.mul(weight, v128.load(values + <usize>other * stride + at)),
          );
        }
        v128.store(target + at, f32x4.mul(mixed, f32x4.splat(1.0 / total)));
      }
    }
  }
}

/** The sum of all 32-bit words of a stretch, a multiple of 16 bytes: tells a file that was damaged. */
export function sum(from: usize, bytes: i32): i32 {
  let lanes = i32x4.splat(0);
  let turn = i32x4.splat(0);
  for (let at: usize = 0; at < <usize>bytes; at += 16) {
    lanes = i32x4.add(lanes, v128.load(from + at));
    turn = i32x4.add(turn, lanes);
  }
  return (
    i32x4.extract_lane(turn, 0) +
    3 * i32x4.extract_lane(turn, 1) +
    5 * i32x4.extract_lane(turn, 2) +
    7 * i32x4.extract_lane(turn, 3)
  );
}
