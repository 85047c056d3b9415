const NPM = /\/node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/;
const PYTHON = /\.dist-info\/(?:METADATA|RECORD)$/;
const DPKG = /^\/var\/lib\/dpkg\/(?:status|status\.d\/[^/]+|info\/[^/]+\.list)$/;
const APK = /^\/(?:usr\/)?lib\/apk\/db\/installed$/;

/** Whether a file of a layer tells of packages, so that its content is to be kept: lists of Debian's and Alpine's packages, and what npm and Python keep with each. */
export function isPackageData(path: string): boolean {
  return DPKG.test(path) || APK.test(path) || NPM.test(path) || PYTHON.test(path);
}

/** Of one such file; a larger one is taken for something else. */
export const MOST_PACKAGE_BYTES = 16 * 1024 * 1024;
