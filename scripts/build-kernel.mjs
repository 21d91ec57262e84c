// Compiles the kernel to WebAssembly and embeds it as a TypeScript module, which is committed: users and the build
// never run the compiler. --check: fails where the committed module is not what the sources give.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join('src', 'scan', 'audio', 'kernel', 'assembly', 'index.ts');
const target = join(root, 'src', 'scan', 'audio', 'kernel', 'kernel-bytes.ts');
const OPTIONS = ['-O3', '--converge', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
const LAYOUT = ['--memoryBase', '1024', '--initialMemory', '40', '--maximumMemory', '40'];

const text = moduleText(compile());
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text)
    fail('kernel-bytes.ts is older than its sources: run node scripts/build-kernel.mjs');
} else {
  writeFileSync(target, text);
}

function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-kernel-'));
  try {
    const out = join(folder, 'kernel.wasm');
    const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
    const asc = spawnSync(process.execPath, [compiler, source, '-o', out, ...OPTIONS, ...LAYOUT], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (asc.status !== 0) fail('the kernel does not compile');
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function moduleText(bytes) {
  const lines = bytes.toString('base64').match(/.{1,112}/g) ?? [];
  const head = '// Printed by scripts/build-kernel.mjs from assembly/: not to be edited.\n';
  return `${head}export const KERNEL_BASE64: string = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('');\n`;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
