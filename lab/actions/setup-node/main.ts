import * as core from '@actions/core';
import * as semver from 'semver';

/** Stands in for actions/setup-node: the Node that the lab runs actions with must do, nothing is downloaded. */
function main(): void {
  core.getBooleanInput('check-latest');
  const wanted = core.getInput('node-version');
  const least = semver.minVersion(wanted || '20');
  if (least === null) throw new Error(`Unable to find Node version '${wanted}'`);
  core.info(`Found in the machine's PATH: node ${process.version}, asked for '${wanted}'`);
  core.setOutput('node-version', process.version);
}

try {
  main();
} catch (thrown) {
  core.setFailed(thrown instanceof Error ? thrown : String(thrown));
}
