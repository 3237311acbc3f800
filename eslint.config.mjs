import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const pureCore = {
  files: ['src/domain/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      { name: 'process', message: 'The domain is decided from its arguments alone.' },
      { name: 'setTimeout', message: 'The domain never waits.' },
      { name: 'setInterval', message: 'The domain never waits.' },
      { name: 'fetch', message: 'The domain never talks.' },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
      { object: 'Math', property: 'random', message: 'Dice come in as an argument.' },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.data',
      'coverage',
      'src/platform/prisma/generated',
      '**/*.mjs',
      '**/*.js',
      '**/*.cjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-console': 'error',
    },
  },
  pureCore,
  { files: ['public/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended'] },
  { files: ['bench/**/*.ts', 'sim/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['*.config.ts', 'prisma.config.ts'], rules: { 'no-restricted-exports': 'off' } },
);
