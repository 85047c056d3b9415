import { dockerfile, joinStages, joinWords, type DockerfileText } from './dockerfile-text.ts';
import { findMainClass } from './find-main-class.ts';
import { readGradle, type GradleBuild } from './gradle-build.ts';
import { writeJava, type JavaApp } from './java-app.ts';
import { chooseJava, javaRuntime } from './java-image.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import { presentNames, type Project } from './project.ts';

const TOP = [
  ...['build.gradle.kts', 'build.gradle', 'settings.gradle.kts', 'settings.gradle', 'gradle.properties', 'gradlew'],
];

/** A program of Java's or Kotlin's that Gradle builds. Throws `INPUT_INVALID` where it is not known which. */
export async function planGradle(project: Project, { main, port }: Wishes): Promise<Plan> {
  const build = await readGradle(project);
  const java = chooseJava(build.java);
  const app = await chooseApp(project, build, main);
  const hasWrapper = project.names.has('gradlew');
  const builder = hasWrapper ? `eclipse-temurin:${java}-jdk` : `gradle:9-jdk${java}`;
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
    ignored: ['.gradle', '**/build', '.kotlin'],
    notes: [],
  };
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

/** Without a source, an application is laid out with its libraries only; of Spring Boot's, their names are all that is fetched. */
function writeFetch(project: Project, gradle: DockerfileText, { folder, file, packed }: GradleBuild): DockerfileText {
  const task = packed === 'application' ? 'installDist' : 'dependencies';
  return dockerfile`
    ${project.names.has('gradle') ? dockerfile`COPY gradle ./gradle` : null}
    COPY ${joinWords(presentNames(project, TOP))} ./
    ${folder === '' ? null : dockerfile`COPY ${folder}${file} ./${folder}`}
    RUN --mount=type=cache,target=/gradle,sharing=locked \\
        ${gradle} ${taskOf(folder, task)}
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
