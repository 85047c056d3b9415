/** What the texts of programs and archives begin with: their paths tell nothing. */
export const GO_BUILD_INFO = 'Go build info\n';
export const JAVA_ARCHIVE = 'Java archive\n';
/** A program of another language that has something to strip. */
export const PROGRAM = 'Program\n';
/** A file with a private key or a token: its kind alone follows. */
export const SECRET = 'Secret\n';
/** Packages that npm installed for development alone: their folders below `node_modules`, a line each. */
export const NPM_DEVELOPMENT = 'npm development\n';
