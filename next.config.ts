import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // No picture here needs another size, so nothing serves one.
  images: { unoptimized: true },
  // Native code and database drivers are not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/adapter-pg', '@prisma/client', 'pino', 'flydrive', '@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner', '@fastify/busboy', 'file-type', 'pdfkit'],
  // The proxy and the server let through so much to the import of claim lines alone, and less to every other form.
  experimental: { serverActions: { bodySizeLimit: 8_100_000 } },
  // The proxy sets the headers of pages; what is served as it lies on disk gets its own here.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
    { source: '/icons.svg', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
  ],
};

export default config;
