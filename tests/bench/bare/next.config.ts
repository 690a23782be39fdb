import path from 'node:path';
import type { NextConfig } from 'next';

// The packages are those of the repository, three folders up.
const root = path.resolve('../../..');

const config: NextConfig = { serverExternalPackages: ['pg'], turbopack: { root }, outputFileTracingRoot: root };

export default config;
