import { readFileSync } from 'node:fs';

const { dependencies, version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
// commander is bundled: it is all that --help needs, and as one file less to find it starts a tenth faster.
const outside = Object.keys(dependencies).filter((name) => name !== 'commander');
const external = (id) => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`));

// Our own modules are bundled with code splitting, so that a verb reads few files at its start; packages stay
// outside, as npm installs them. The worker is an entry of its own, since it is started by its path.
export default {
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'measure-worker': 'src/scan/audio/measure-worker.ts',
    'relations-worker': 'src/scan/relations-worker.ts',
  },
  external,
  platform: 'node',
  transform: { define: { __STEMCHECK_VERSION__: JSON.stringify(version) } },
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js', minify: false },
};
