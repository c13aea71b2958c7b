/**
 * The capitalised names of ECMAScript's global object: a value of one of them in a module would hide
 * the global from the code beside it.
 */
export const globalNames: ReadonlySet<string> = new Set(
  (
    "AggregateError Array ArrayBuffer AsyncDisposableStack AsyncIterator Atomics BigInt " +
    "BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError " +
    "FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array " +
    "Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError " +
    "ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError " +
    "TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet"
  ).split(" "),
);
