// The few names of WebAssembly that the kernel needs, and of the globals beside it: this folder runs in Node, in a
// worker and in a browser page, and is type-checked without the names of any.
type Module = object;
type Instance = { readonly exports: unknown };
type WebAssemblyNames = {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (module: Module, imports: object) => Instance;
};

/** WebAssembly, or null where there is none. */
export function webAssembly(): WebAssemblyNames | null {
  return (globalThis as { readonly WebAssembly?: WebAssemblyNames }).WebAssembly ?? null;
}

export function bytesOfBase64(text: string): Uint8Array {
  const decode = (globalThis as unknown as { readonly atob: (text: string) => string }).atob;
  return Uint8Array.from(decode(text), (character) => character.charCodeAt(0));
}
