import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/** The way that data goes (README of src): no folder imports one that stands after it. */
const ORDER = [
  'dockerfile',
  'tar',
  'github',
  'image',
  'plan',
  'layer',
  'build',
  'record',
  'mounts',
  'baseline',
  'worth',
  'compare',
  'advice',
  'init',
  'report',
  'publish',
];

/** These run in a browser as they are: no Node built-in, no package of Node's, no clock, no environment. */
const PURE = ['dockerfile', 'worth', 'compare', 'advice', 'report'];

const architecture = ORDER.map((folder, place) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...ORDER.slice(place + 1).map((later) => ({
            group: [`**/${later}/*`, `!./${later}/*`],
            message: `${folder}/ comes before ${later}/: data goes one way.`,
          })),
          ...(PURE.includes(folder)
            ? [
                {
                  group: ['node:*', '@actions/*', '**/github/*'],
                  message: `${folder}/ is pure: it takes values and gives values.`,
                },
              ]
            : []),
        ],
      },
    ],
    ...(PURE.includes(folder)
      ? {
          'no-restricted-globals': [
            'error',
            'process',
            'Buffer',
            'fetch',
            'setTimeout',
            'setInterval',
            'console',
            'Date',
            '__dirname',
          ],
        }
      : {}),
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'examples/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] } },
  ...architecture,
  { files: ['lab/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['__tests__/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
      'jest/no-conditional-expect': 'off',
    },
  },
);
