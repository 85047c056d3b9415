import { expect, test } from '@jest/globals';
import { plan } from './plan-files.ts';

test('PHP: FPM with the extensions that composer.json requires', async () => {
  const require = { php: '^8.2 || ^8.3', 'ext-json': '*', 'ext-intl': '*', 'ext-pdo_mysql': '*' };
  const manifest = JSON.stringify({ require, config: { platform: { php: '8.3.4' } } });
  const { text, images, notes } = await plan({ 'composer.json': manifest, 'composer.lock': '' });
  expect(images).toEqual(['composer:2', 'php:8.3-fpm-alpine']);
  expect(text).toContain('COPY composer.json composer.lock ./\n');
  expect(text).toContain(
    'apk add --no-cache --virtual .build $PHPIZE_DEPS icu-dev && \\\n    apk add --no-cache icu-libs',
  );
  expect(text).toContain('docker-php-ext-install intl pdo_mysql && \\\n    apk del .build\n');
  expect(text).toContain('USER www-data\nEXPOSE 9000\n');
  expect(notes).toEqual([expect.stringContaining('FastCGI')]);
  const plain = await plan({ 'composer.json': '{"require":{"php":">=8.1"}}' });
  expect(plain.images[1]).toBe('php:8.5-fpm-alpine');
  expect(plain.text).not.toContain('apk');
  const secret = await plan({ 'composer.json': '{}', 'composer.lock': '', 'auth.json': '{}' });
  expect(secret.text).toContain('--mount=type=secret,id=composer-auth,target=/app/auth.json');
  expect(secret.ignored).toContain('auth.json');
});
