/** Version of Plimsoll; a test holds it to package.json, which is not part of what users get. */
export const VERSION = '0.1.0';
