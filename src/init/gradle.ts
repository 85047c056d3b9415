import { dockerfile, joinStages, joinWords, type DockerfileText } from './dockerfile-text.ts';
import { findMainClass } from './find-main-class.ts';
import { readGradle, type GradleBuild } from './gradle-build.ts';
import { writeJava, type JavaApp } from './java-app.ts';
import { chooseJava, javaRuntime } from './java-image.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import { presentNames, type Project } from './project.ts';

const TOP = [
  ...['build.gradle.kts', 'build.gradle', 'settings.gradle.kts', 'settings.gradle', 'gradle.properties', 'gradlew'],
  ...['gradle.lockfile', 'buildscript-gradle.lockfile', 'settings-gradle.lockfile'],
];

/** A program of Java's or Kotlin's that Gradle builds. Throws `INPUT_INVALID` where it is not known which. */
export async function planGradle(project: Project, { main, port }: Wishes): Promise<Plan> {
  const build = await readGradle(project);
  const { java, jdk } = chooseReleases(build);
  const app = await chooseApp(project, build, main);
  const hasWrapper = project.names.has('gradlew');
  const builder = hasWrapper ? `eclipse-temurin:${jdk}-jdk` : `gradle:9-jdk${jdk}`;
  const gradle = hasWrapper ? dockerfile`sh gradlew --no-daemon` : dockerfile`gradle --no-daemon`;
  return {
    images: [builder, javaRuntime(java)],
    write: (image) =>
      joinStages(
        dockerfile`
          FROM --platform=$BUILDPLATFORM ${image(builder)} AS build
          ENV GRADLE_USER_HOME=/gradle
          WORKDIR /src
          ${build.isAlone ? writeFetch(project, gradle, build) : null}
          COPY . .
          RUN --mount=type=cache,target=/gradle,sharing=locked \\
              ${writeBuild(gradle, build)}
        `,
        writeJava(image(javaRuntime(java)), app, exposePort(port)),
      ),
    ignored: ['**/.gradle', '.kotlin', ...listOutputs(build)],
    notes: listNotes(build, jdk),
  };
}

/** The Java that the program runs on, and the JDK that Gradle does: an old one does not run on a new Java. */
function chooseReleases({ java, newestJava }: GradleBuild): { readonly java: number; readonly jdk: number } {
  const newest = newestJava ?? Infinity;
  const chosen = chooseJava(java?.release ?? (newest < 21 ? String(newest) : null));
  return { java: chosen, jdk: Math.min(chosen, newest) };
}

/** A package of Java's may be called "build", too: only folders that Gradle writes to. */
function listOutputs({ folders }: GradleBuild): readonly string[] {
  const deeper = folders.filter((folder) => folder.split('/').length > 2).map((folder) => `${folder}build`);
  return ['build', '*/build', ...deeper];
}

function listNotes({ java, packed, hasOptions, folder, files }: GradleBuild, jdk: number): readonly string[] {
  const file = `${folder}${files[0] ?? ''}`;
  return [
    ...(java?.isToolchain === true && Number(java.release) !== jdk
      ? [
          `The build asks for a toolchain of Java ${java.release}, and Gradle runs on ${jdk}: it downloads the other one where the settings have the plugin org.gradle.toolchains.foojay-resolver-convention, else it fails.`,
        ]
      : []),
    ...(packed === 'application' && hasOptions
      ? [
          `The applicationDefaultJvmArgs of ${file} are not in the image, which has no start script: put them into ENTRYPOINT, or into JAVA_TOOL_OPTIONS.`,
        ]
      : []),
  ];
}

async function chooseApp(
  project: Project,
  { packed, main, folder }: GradleBuild,
  asked: string | null,
): Promise<JavaApp> {
  switch (packed) {
    case 'layered':
      return { kind: 'layers' };
    case 'boot':
      return { kind: 'jar' };
    case 'application':
      return { kind: 'classpath', main: asked ?? main ?? (await findMainClass(project, folder)) };
  }
}

/** Of an application all but its own jar is laid out, which needs no source; of Spring Boot's, names are all that is fetched. */
function writeFetch(project: Project, gradle: DockerfileText, { folder, files, packed }: GradleBuild): DockerfileText {
  const own = joinWords(files.map((file) => `${folder}${file}`));
  const task =
    packed === 'application'
      ? dockerfile`${taskOf(folder, 'installDist')} --exclude-task ${taskOf(folder, 'jar')}`
      : dockerfile`${taskOf(folder, 'dependencies')}`;
  return dockerfile`
    ${project.names.has('gradle') ? dockerfile`COPY gradle ./gradle` : null}
    COPY ${joinWords(presentNames(project, TOP))} ./
    ${folder === '' ? null : dockerfile`COPY ${own} ./${folder}`}
    RUN --mount=type=cache,target=/gradle,sharing=locked \\
        ${gradle} ${task}
  `;
}

function writeBuild(gradle: DockerfileText, { folder, packed }: GradleBuild): DockerfileText {
  const place = folder === '' ? dockerfile`build` : dockerfile`${folder}build`;
  switch (packed) {
    case 'layered':
      return dockerfile`
        ${gradle} ${taskOf(folder, 'bootJar')} && \\
            cp ${place}/libs/*.jar app.jar && \\
            java -Djarmode=tools -jar app.jar extract --layers --destination /out
      `;
    case 'boot':
      return dockerfile`
        ${gradle} ${taskOf(folder, 'bootJar')} && \\
            mkdir /out && \\
            cp ${place}/libs/*.jar /out/app.jar
      `;
    // Its own jar apart from the libraries, which change seldom.
    case 'application':
      return dockerfile`
        ${gradle} ${taskOf(folder, 'installDist')} && \\
            mkdir -p /out/app && \\
            cp -r ${place}/install/*/lib /out/lib && \\
            cd ${place}/libs && \\
            for jar in *.jar; do if [ -e "/out/lib/$jar" ]; then mv "/out/lib/$jar" /out/app/; fi; done
      `;
  }
}

/** `:app:installDist`, of the project in `app/`. */
function taskOf(folder: string, task: string): string {
  return `:${folder.replaceAll('/', ':')}${task}`;
}
