const outside = (allowed) => ({
  pathNot: [`^(${allowed.join('|')})(/|\\.ts$)`, '^node_modules/', '^(node:)?[a-z_/]+$'],
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-only-zod',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', '^node_modules/zod/'] },
    },
    {
      name: 'workflows-stay-deterministic',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        pathNot: ['^(workflows|domain)/', '^node_modules/(zod|@temporalio/(workflow|common))/'],
      },
    },
    {
      name: 'engine-arrows',
      severity: 'error',
      from: { path: '^engine/' },
      to: outside(['domain', 'engine', 'prisma', 'generated']),
    },
    {
      name: 'activities-arrows',
      severity: 'error',
      from: { path: '^activities/' },
      to: outside(['domain', 'engine', 'prisma', 'generated', 'workflows/ports', 'activities']),
    },
    {
      name: 'worker-arrows',
      severity: 'error',
      from: { path: '^worker/' },
      to: outside(['domain', 'engine', 'prisma', 'generated', 'activities', 'worker']),
    },
    {
      name: 'api-arrows',
      severity: 'error',
      from: { path: '^api/' },
      to: outside(['domain', 'engine', 'prisma', 'generated', 'api']),
    },
    {
      name: 'web-imports-only-domain',
      severity: 'error',
      from: { path: '^web/' },
      to: { pathNot: ['^(web|domain)/', '^node_modules/'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(generated|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
