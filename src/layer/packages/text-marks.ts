/** What the texts of programs and archives begin with: their paths tell nothing. */
export const GO_BUILD_INFO = 'Go build info\n';
export const JAVA_ARCHIVE = 'Java archive\n';
