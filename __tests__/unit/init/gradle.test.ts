import { describe, expect, test } from '@jest/globals';
import { plan, APPLICATION } from './plan-files.ts';

const wrapper = (version: string) => ({
  gradlew: '',
  'gradle/wrapper/gradle-wrapper.properties': `distributionUrl=https\\://x/gradle-${version}-bin.zip\n`,
});
const toolchain = (release: string) => `java { toolchain { languageVersion = JavaLanguageVersion.of(${release}) } }\n`;
const boot = (version: string) => `plugins {\n  id 'org.springframework.boot' version '${version}'\n}\n`;

test('the one project that is a program, with the Java that it asks for', async () => {
  const app = {
    ...wrapper('9.1'),
    'settings.gradle.kts': 'rootProject.name = "x"\ninclude("app")\n',
    'app/build.gradle.kts':
      `plugins {\n    application\n}\n${toolchain('25')}` +
      '// mainClass = "com.example.Old"\napplication {\n    mainClass = "com.example.AppKt"\n}\n',
  };
  const { text, images, notes } = await plan(app);
  expect(images).toEqual(['eclipse-temurin:25-jdk', 'gcr.io/distroless/java25-debian13:nonroot']);
  expect(text).toContain(
    'COPY gradle ./gradle\nCOPY settings.gradle.kts gradlew ./\nCOPY app/build.gradle.kts ./app/\n',
  );
  expect(text).toContain('sh gradlew --no-daemon :app:installDist --exclude-task :app:jar\nCOPY . .\n');
  expect(text).toContain('cp -r app/build/install/*/lib /out/lib && \\\n');
  expect(text).toContain('ENTRYPOINT ["java", "-cp", "app/*:lib/*", "com.example.AppKt"]\n');
  expect(notes).toEqual([]);
});

test('Spring Boot: in layers where it has them', async () => {
  const layered = await plan({ 'build.gradle': boot('3.4.1') });
  expect(layered.images).toEqual(['gradle:9-jdk21', 'gcr.io/distroless/java21-debian13:nonroot']);
  expect(layered.text).toContain('gradle --no-daemon :dependencies\nCOPY . .\n');
  expect(layered.text).toContain('gradle --no-daemon :bootJar && \\\n');
  expect(layered.text).toContain('--layers --destination /out\n');
  const old = await plan({ 'build.gradle': boot('3.1.0') });
  expect(old.text).toContain('COPY --from=build /out/app.jar ./\n');
});

const LEGACY =
  "buildscript { dependencies { classpath 'org.springframework.boot:spring-boot-gradle-plugin:3.5.0' } }\n" +
  "apply plugin: 'org.springframework.boot'\n";
const ofApp = (top: string, settings = '') => ({
  'settings.gradle': `${settings}include 'app'\n`,
  'build.gradle': top,
  'app/build.gradle': "plugins {\n  id 'org.springframework.boot'\n}\n",
});
const catalog = (inside: string) => ({ 'gradle/libs.versions.toml': inside });
const BY_ALIAS = 'plugins {\n  alias(libs.plugins.spring.boot)\n}\n';

test.each([
  ['the top', ofApp("plugins {\n  id 'org.springframework.boot' version '3.5.0' apply false\n}\n")],
  [
    'the settings',
    ofApp(
      '',
      "pluginManagement { plugins { id 'org.springframework.boot' version '3.5.0' } }\nrootProject.name = 'x'\n",
    ),
  ],
  ['the classpath', { 'build.gradle': LEGACY }],
  [
    'the catalog',
    {
      ...catalog('[plugins]\nspring-boot = { id = "org.springframework.boot", version = "3.5.0" }\n'),
      'build.gradle': BY_ALIAS,
    },
  ],
  [
    'the catalog, in one word',
    { ...catalog('[plugins]\nspring-boot = "org.springframework.boot:3.5.0"\n'), 'build.gradle': BY_ALIAS },
  ],
  [
    'the catalog, by a version of its own',
    {
      ...catalog(
        '[versions]\nboot = "3.5.0"\n[plugins]\nspring-boot = { id = "org.springframework.boot", version.ref = "boot" }\n',
      ),
      'build.gradle': BY_ALIAS,
    },
  ],
  [
    'the catalog, that it must be',
    {
      ...catalog('[plugins]\nspring-boot = { id = "org.springframework.boot", version = { strictly = "3.5.0" } }\n'),
      'build.gradle': BY_ALIAS,
    },
  ],
])("Spring Boot's version is that of %s", async (_, files: Record<string, string>) => {
  expect((await plan(files)).text).toContain('--layers --destination /out\n');
});

test('Spring Boot, of a catalog that is not in the usual file, in one jar', async () => {
  expect((await plan({ 'build.gradle': BY_ALIAS })).text).toContain('COPY --from=build /out/app.jar ./\n');
  const unused = 'plugins {\n  alias(libs.plugins.spring.boot) apply false\n}\n';
  await expect(plan({ 'build.gradle': unused })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test("what else is Spring's makes no program", async () => {
  const { text } = await plan({
    ...catalog('[plugins]\nspring-management = "io.spring.dependency-management:1.1.7"\n'),
    'settings.gradle': "include 'app', 'list'\n",
    'app/build.gradle': APPLICATION,
    'list/build.gradle': 'plugins {\n  alias(libs.plugins.spring.management)\n}\n',
  });
  expect(text).toContain(':app:installDist && \\\n');
});

test.each([
  'plugins { application }\n',
  'plugins { java; application }\n',
  "apply plugin: 'application'\n",
  'apply(plugin = "application")\n',
])('%j is a program', async (head) => {
  const { text } = await plan({ 'build.gradle.kts': `${head}val mainClassName = "a.B"\n` });
  expect(text).toContain('"a.B"]\n');
});

test('a class of Kotlin that has no name in the build', async () => {
  const { text, images } = await plan({
    'build.gradle.kts': 'plugins {\n  id("application")\n}\nkotlin { jvmToolchain(17) }\n',
    'src/main/kotlin/main.kt': 'package a.b\n\nfun main() {}\n',
  });
  expect(images[1]).toBe('gcr.io/distroless/java17-debian13:nonroot');
  expect(text).toContain('"a.b.MainKt"]\n');
});

describe('what is fetched before the source', () => {
  test('takes the files that Gradle reads with a build file', async () => {
    const { text } = await plan({
      'settings.gradle': "include 'app'\n",
      'settings-gradle.lockfile': '',
      'gradle.properties': '',
      'gradle.lockfile': '',
      'app/build.gradle': APPLICATION,
      'app/gradle.properties': '',
      'app/gradle.lockfile': '',
    });
    expect(text).toContain(
      'COPY settings.gradle gradle.properties gradle.lockfile settings-gradle.lockfile ./\n' +
        'COPY app/build.gradle app/gradle.properties app/gradle.lockfile ./app/\n',
    );
  });

  test.each([
    ['another script', { 'build.gradle': `apply from: 'versions.gradle'\n${APPLICATION}` }],
    ['another script, of the settings', { 'settings.gradle': "apply from: 'x.gradle'\n", 'build.gradle': APPLICATION }],
    ['a file', { 'build.gradle': `version = file('VERSION').text.trim()\n${APPLICATION}` }],
    ['plugins of its own', { 'build.gradle': APPLICATION, 'buildSrc/build.gradle': '' }],
    [
      'another project',
      { 'settings.gradle': "include 'list'\n", 'build.gradle': APPLICATION, 'list/build.gradle': '' },
    ],
    // Gradle 9 takes no project without a folder.
    [
      'a project without a build file',
      { 'settings.gradle': "include 'list'\n", 'build.gradle': APPLICATION, 'list/src/main/java/A.java': '' },
    ],
  ])('is nothing where it takes %s', async (_, files: Record<string, string>) => {
    const { text } = await plan(files);
    expect(text.match(/installDist/g)).toHaveLength(1);
    expect(text).toContain('WORKDIR /src\nCOPY . .\n');
  });
});

describe('Java', () => {
  test.each([
    ['the project itself', { 'app/build.gradle': `${APPLICATION}${toolchain('17')}`, 'build.gradle': toolchain('25') }],
    ['the top', { 'app/build.gradle': APPLICATION, 'build.gradle': `subprojects {\n${toolchain('17')}}\n` }],
    [
      'plugins of its own',
      { 'app/build.gradle': APPLICATION, 'buildSrc/src/main/groovy/java-conventions.gradle': toolchain('17') },
    ],
    [
      'a build of plugins',
      {
        'settings.gradle': "pluginManagement { includeBuild('build-logic') }\ninclude 'app'\n",
        'app/build.gradle': APPLICATION,
        'build-logic/src/main/kotlin/java-conventions.gradle.kts': toolchain('17'),
      },
    ],
    [
      'the catalog',
      {
        ...catalog('[versions]\njava = "17"\n'),
        'app/build.gradle': `${APPLICATION}${toolchain('libs.versions.java.get().toInt()')}`,
      },
    ],
    ['a version', { 'app/build.gradle': `${APPLICATION}sourceCompatibility = JavaVersion.toVersion("17")\n` }],
    ['an old version', { 'app/build.gradle': `${APPLICATION}sourceCompatibility = JavaVersion.VERSION_1_8\n` }],
    ['a release', { 'app/build.gradle': `${APPLICATION}compileJava { options.release.set(16) }\n` }],
  ])('is that of %s', async (_, files: Record<string, string>) => {
    const { images, notes } = await plan({ 'settings.gradle': "include 'app'\n", ...files });
    expect(images).toEqual(['gradle:9-jdk17', 'gcr.io/distroless/java17-debian13:nonroot']);
    expect(notes).toEqual([]);
  });

  test.each([
    ['9.1.0', 25],
    ['9.0', 21],
    ['8.5', 21],
    ['8.4', 17],
    ['7.3', 17],
    ['7.2', 11],
    ['4.10.3', 8],
  ])('Gradle %s runs on %i at most', async (version, newest) => {
    const files = { ...wrapper(version), 'build.gradle': `${APPLICATION}sourceCompatibility = 25\n` };
    const { images } = await plan(files);
    expect(images).toEqual([`eclipse-temurin:${newest}-jdk`, 'gcr.io/distroless/java25-debian13:nonroot']);
  });

  test('that nothing asks for is one that Gradle runs on', async () => {
    const old = await plan({ ...wrapper('8.4'), 'build.gradle': APPLICATION });
    expect(old.images).toEqual(['eclipse-temurin:17-jdk', 'gcr.io/distroless/java17-debian13:nonroot']);
    const older = await plan({ ...wrapper('6.9'), 'build.gradle': APPLICATION });
    expect(older.images).toEqual(['eclipse-temurin:11-jdk', 'gcr.io/distroless/java17-debian13:nonroot']);
  });

  test('of a toolchain that the image has not is said, where nothing fetches it', async () => {
    const files = { ...wrapper('8.14'), 'build.gradle': `${APPLICATION}${toolchain('25')}` };
    const { images, notes } = await plan(files);
    expect(images).toEqual(['eclipse-temurin:21-jdk', 'gcr.io/distroless/java25-debian13:nonroot']);
    expect(notes).toEqual([expect.stringContaining('a toolchain of Java 25, and Gradle runs on 21')]);
    const settings = "plugins { id 'org.gradle.toolchains.foojay-resolver-convention' version '1.0.0' }\n";
    expect((await plan({ ...files, 'settings.gradle': settings })).notes).toEqual([]);
  });
});

test('only folders that Gradle writes to stay out of the build', async () => {
  const { ignored } = await plan({
    'settings.gradle': "include 'list', 'services:api'\n",
    'services/api/build.gradle': APPLICATION,
    'list/build.gradle': '',
  });
  expect(ignored).toEqual(['**/.gradle', '.kotlin', 'build', '*/build', 'services/api/build']);
});

test("options of a start script's are said to be left out", async () => {
  const { notes } = await plan({ 'build.gradle': `${APPLICATION}applicationDefaultJvmArgs = ['-Xmx1g']\n` });
  expect(notes).toEqual([expect.stringContaining('applicationDefaultJvmArgs of build.gradle')]);
});
