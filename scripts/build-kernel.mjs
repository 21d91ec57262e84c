// Compiles the kernel to WebAssembly and embeds it as a TypeScript module, which is committed: users and the build
// never run the compiler. --check: fails where the committed module is not what the sources give.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const OPTIONS = ['-O3', '--converge', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
const KERNELS = [
  { folder: join('src', 'scan', 'audio', 'kernel'), layout: ['--initialMemory', '40', '--maximumMemory', '40'] },
  { folder: join('src', 'scan', 'relations', 'kernel'), layout: ['--initialMemory', '1'] },
];

for (const kernel of KERNELS) {
  const text = moduleText(compile(kernel));
  const target = join(root, kernel.folder, 'kernel-bytes.ts');
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text)
    fail(`${kernel.folder}/kernel-bytes.ts is older than its sources: run node scripts/build-kernel.mjs`);
}

function compile({ folder: kernel, layout }) {
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-kernel-'));
  try {
    const out = join(folder, 'kernel.wasm');
    const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
    const asc = spawnSync(
      process.execPath,
      [compiler, join(kernel, 'assembly', 'index.ts'), '-o', out, ...OPTIONS, '--memoryBase', '1024', ...layout],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
      },
    );
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
