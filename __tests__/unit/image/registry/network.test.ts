import { describe, expect, test } from '@jest/globals';
import { networkOfAddress, networkOfHost } from '../../../../src/image/registry/network.ts';

describe('network', () => {
  test.each([
    ['140.82.112.34', 'public'],
    ['8.8.8.8', 'public'],
    ['2606:50c0:8000::153', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.0.9', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['::1', 'loopback'],
    ['::', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['198.18.0.1', 'private'],
    ['224.0.0.1', 'private'],
    ['255.255.255.255', 'private'],
    ['fd00::1', 'private'],
    ['ff02::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:a00:1', 'private'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b::8.8.8.8', 'public'],
    ['2002:a00:1::', 'private'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['::ffff:169.254.169.254', 'link-local'],
    ['no address', 'private'],
    ['', 'private'],
  ])('%s is %s', (address, network) => {
    expect(networkOfAddress(address)).toBe(network);
  });

  test.each([
    ['http://localhost/', 'loopback'],
    ['http://LOCALHOST./', 'loopback'],
    ['http://a.localhost/', 'loopback'],
    ['http://[::1]:5000/', 'loopback'],
    ['http://127.1/', 'loopback'],
    ['http://0x7f000001/', 'loopback'],
    ['http://2130706433/', 'loopback'],
    ['http://0251.0376.0251.0376/', 'link-local'],
    ['http://[::ffff:169.254.169.254]/', 'link-local'],
    ['http://10.0.0.1/', 'private'],
    ['http://ghcr.io/', null],
    ['http://localhost.example/', null],
  ])('the host of %s is %s', (url, network) => {
    expect(networkOfHost(new URL(url).hostname)).toBe(network);
  });
});
