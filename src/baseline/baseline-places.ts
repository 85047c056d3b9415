import type { GitHubApi } from '../github/api.ts';
import type { Image } from '../image/image.ts';

/** Where a baseline is looked for. */
export interface BaselinePlaces {
  registry: BaselineRegistry;
  /** `null` without a token: then nothing before the commit itself is looked for. */
  github: Pick<GitHubApi, 'listFirstParents' | 'findMergeBase' | 'listRuns'> | null;
  /** Repository of the image, without tag. */
  image: string;
  /** File of the workflow that asks: `.github/workflows/ci.yml`; `null` where it is not known. */
  workflow: string | null;
}

/** What is asked of the registry. */
export interface BaselineRegistry {
  /** The image of a full reference; `null` where there is none. */
  readImage(reference: string): Promise<Image | null>;
  /** The tags of the image's repository; empty where there is none yet. */
  listTags(): Promise<readonly string[]>;
}
