/**
 * What the steps of a workflow or a composite action name after `uses:`, each once: `docker/login-action@<commit>`,
 * `acme/plimsoll/compare@v1`, `./`. Images (`docker://x`) are left out.
 */
export function listUses(yaml: string): string[] {
  // Also in a flow mapping: `- { uses: actions/checkout@v7 }`.
  const found = [...yaml.matchAll(/^\s*(?:-\s+)?(?:\{\s*)?uses:\s*["']?([^\s"'#,}]+)/gm)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(found.filter((uses) => !uses.startsWith('docker://')))];
}
