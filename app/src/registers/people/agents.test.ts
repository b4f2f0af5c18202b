import { expect, test } from 'vitest'
import { deviceOf, networkOf, shortened } from './agents.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`,
    'Chrome, Windows',
  ],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge, Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${webkit} coc_coc_browser/130.0 Chrome/124.0 Safari/537.36`,
    'Cốc Cốc, Windows',
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; SM-A155F) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
    'Samsung Internet, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Linux'],
  ['curl/8.5.0', ''],
  ['', ''],
])('%s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})

test.each([
  ['113.160.7.25', '113.160.7.x'],
  ['2001:db8:7:8::', '2001:db8:7::'],
  ['::1', '::'],
  ['local', 'local'],
])('%s is shown as %s', (address, shown) => {
  expect(shortened(address)).toBe(shown)
})

test.each([
  ['::ffff:113.160.7.25', '113.160.7.25'],
  ['2001:db8:7:8:1:2:3:4', '2001:db8:7:8::'],
  ['2001:db8:7:8:ffff::1', '2001:db8:7:8::'],
  ['fe80::1', 'fe80::'],
])('attempts from %s are counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
