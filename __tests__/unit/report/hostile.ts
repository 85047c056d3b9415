import fc from 'fast-check';

const PIECES = [
  '@octocat',
  '#12',
  'acme/api#3',
  'GH-4',
  '://',
  'https://evil.example',
  'www.evil.example',
  'a@b.example',
  '<img>',
  '<!--',
  '-->',
  '<!-- plimsoll:end -->',
  '`',
  '``',
  '|',
  '[x](y)',
  '**',
  '_',
  '~~',
  '$$',
  '\\',
  '\n',
  '\r\n',
  '\n\n',
  '::error::',
  '##[error]',
  '&lt;',
  '\u202E',
  '\u200B',
  '\u0007',
  '\u001B[31m',
  '\u001B]0;x\u0007',
  '\u2028',
  '\uD800',
  '\u{E0041}',
];

/** Text of somebody who wants to be more than text: dangerous pieces and harmless ones, in any order. */
export const arbitraryHostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 5 })),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));
