/** Floors and areas hold by construction: app -> server -> domain, never upward; no cycles; areas meet at their entry file. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: '^(server|app|tests|generated)/' },
    },
    {
      name: 'domain-without-io',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-below-app',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(app|tests)/' },
    },
    {
      name: 'app-knows-the-server-through-its-doors',
      comment:
        'Pages and components reach the server through tRPC; only routes and server-side page shells may import named doors.',
      severity: 'error',
      from: { path: '^app/.*\\.tsx$', pathNot: '^app/.*(page|layout|not-found|error)\\.tsx$' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'areas-meet-at-their-entry-file',
      comment:
        'server/<area>/x may use server/<other>/<other>.ts (the named entry), nothing else of another area.',
      severity: 'error',
      from: {
        path: '^server/(screening|alerts|cases|thresholds|proposals|analytics|audit|access|delivery|imports)/',
      },
      to: {
        path: '^server/(screening|alerts|cases|thresholds|proposals|analytics|audit|access|delivery|imports)/',
        pathNot: [
          '^server/$1/',
          '^server/(screening/screening|alerts/alerts|cases/cases|thresholds/thresholds|proposals/proposals|analytics/analytics|audit/audit|access/access|delivery/delivery|imports/imports)\\.ts$',
        ],
      },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^(app|server|domain)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'routers-without-database',
      severity: 'error',
      from: { path: '^server/.*/.*router\\.ts$' },
      to: { path: '^server/db/' },
    },
    {
      name: 'no-dev-dependencies-in-product',
      severity: 'error',
      from: { path: '^(app|server|domain)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'generated'] },
    exclude: { path: ['^node_modules', '^\\.next', '^generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
