import { sourceBeforeDependencies } from './rules/source-before-dependencies.ts';
import { toolchainShipped } from './rules/toolchain-shipped.ts';
import { compilerInstalled } from './rules/compiler-installed.ts';
import { jdkShipped } from './rules/jdk-shipped.ts';
import { cgoInStaticBase } from './rules/cgo-in-static-base.ts';
import { secretInArgument } from './rules/secret-in-argument.ts';
import { buildDirectoryShipped } from './rules/build-directory-shipped.ts';
import { devDependenciesShipped } from './rules/dev-dependencies-shipped.ts';
import { contextTooWide } from './rules/context-too-wide.ts';
import { emulatedGoBuild } from './rules/emulated-go-build.ts';
import { goForTheBuilder } from './rules/go-for-the-builder.ts';
import { changingArgumentEarly } from './rules/changing-argument-early.ts';
import { deletedTooLate } from './rules/deleted-too-late.ts';
import { rewrittenInLaterLayer } from './rules/rewritten-in-later-layer.ts';
import { packageCacheLeft } from './rules/package-cache-left.ts';
import { cacheMountNotKept } from './rules/cache-mount-not-kept.ts';
import { aptUpdateAlone } from './rules/apt-update-alone.ts';
import { uncheckedDownload } from './rules/unchecked-download.ts';
import { rootUser } from './rules/root-user.ts';
import { movingImage } from './rules/moving-image.ts';
import { aptRecommends } from './rules/apt-recommends.ts';
import { goFlags } from './rules/go-flags.ts';
import { developmentPackageShipped } from './rules/development-package-shipped.ts';
import { scratchWithoutCa } from './rules/scratch-without-ca.ts';
import { alpinePython } from './rules/alpine-python.ts';
import type { Rule } from './rule.ts';

/** In the order in which findings of one level and line are told. */
export const RULES: readonly Rule[] = [
  sourceBeforeDependencies,
  toolchainShipped,
  cgoInStaticBase,
  goForTheBuilder,
  secretInArgument,
  buildDirectoryShipped,
  compilerInstalled,
  jdkShipped,
  devDependenciesShipped,
  contextTooWide,
  emulatedGoBuild,
  changingArgumentEarly,
  deletedTooLate,
  rewrittenInLaterLayer,
  packageCacheLeft,
  aptUpdateAlone,
  cacheMountNotKept,
  uncheckedDownload,
  rootUser,
  movingImage,
  aptRecommends,
  developmentPackageShipped,
  goFlags,
  scratchWithoutCa,
  alpinePython,
];
