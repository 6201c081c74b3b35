const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

const shared = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
};

// Folders whose tests need no shared PostgreSQL and Temporal: run alone they start at once.
const standalone = ['domain', 'embedded', 'deploy', 'cli'];

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: standalone.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
    },
    {
      ...shared,
      displayName: 'live',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [...standalone, 'crash'].map((folder) => `<rootDir>/test/${folder}/`),
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    {
      // Starts servers of its own, because it kills them.
      ...shared,
      displayName: 'crash',
      testMatch: ['<rootDir>/test/crash/**/*.test.ts'],
    },
  ],
};
