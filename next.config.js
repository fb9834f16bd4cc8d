import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native or worker-based packages stay outside the bundle.
  serverExternalPackages: [
    'pino',
    'pdfkit',
    'nodemailer',
    'prom-client',
    'pg',
    'pg-copy-streams',
    '@node-rs/argon2',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  // `npm test` checks the types of the whole tree; the build of a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // What a browser asks for while it has not read yet which icon the page names.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
  turbopack: {
    // Browsers have Temporal themselves; the polyfill is for those that do not.
    resolveAlias: { 'temporal-polyfill': { browser: './app/temporal/browser-temporal.ts' } },
  },
  experimental: {
    // forbidden() of pages: our own 403 page with its status.
    authInterrupts: true,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@mantine/charts', '@mantine/dates'],
  },
}

export default createNextIntlPlugin('./app/i18n/request.ts')(config)
