import { dockerfile, joinStages, joinWords, type DockerfileText } from './dockerfile-text.ts';
import { findMainClass } from './find-main-class.ts';
import { writeJava, type JavaApp } from './java-app.ts';
import { chooseJava, javaRuntime } from './java-image.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import { readPom, type Pom } from './pom.ts';
import type { Project } from './project.ts';

/** A program of Java's that Maven builds. Throws `INPUT_INVALID` where nothing says which class is started. */
export async function planMaven(project: Project, { main, port }: Wishes): Promise<Plan> {
  const pom = await readPom(project);
  const java = chooseJava(pom.java);
  const app = await chooseApp(project, pom, main);
  const hasWrapper = project.names.has('mvnw');
  const builder = hasWrapper ? `eclipse-temurin:${java}-jdk` : `maven:3.9-eclipse-temurin-${java}`;
  const maven = hasWrapper ? dockerfile`sh mvnw` : dockerfile`mvn`;
  const hasFolder = project.names.has('.mvn');
  return {
    images: [builder, javaRuntime(java)],
    write: (image) =>
      joinStages(
        dockerfile`
          FROM --platform=$BUILDPLATFORM ${image(builder)} AS build
          WORKDIR /src
          ${hasFolder ? dockerfile`COPY .mvn ./.mvn` : null}
          COPY ${joinWords(hasWrapper ? ['mvnw', 'pom.xml'] : ['pom.xml'])} ./
          RUN --mount=type=cache,target=/root/.m2,sharing=locked \\
              ${maven} --batch-mode dependency:go-offline
          COPY . .
          RUN --mount=type=cache,target=/root/.m2,sharing=locked \\
              ${writeBuild(maven, pom, app)}
        `,
        writeJava(image(javaRuntime(java)), app, exposePort(port)),
      ),
    ignored: ['/target'],
    notes: [],
  };
}

async function chooseApp(project: Project, pom: Pom, main: string | null): Promise<JavaApp> {
  switch (pom.packed) {
    case 'layered':
      return { kind: 'layers' };
    case 'boot':
      return { kind: 'jar' };
    case 'shaded':
      if (main === null && pom.main !== null) return { kind: 'jar' };
      return { kind: 'classpath', main: main ?? (await findMainClass(project, '')) };
    case 'plain':
      return { kind: 'classpath', main: main ?? pom.main ?? (await findMainClass(project, '')) };
  }
}

function writeBuild(maven: DockerfileText, { jar, packed }: Pom, app: JavaApp): DockerfileText {
  const built = jar === null ? dockerfile`target/*.jar` : dockerfile`target/${jar}.jar`;
  const all = dockerfile`${maven} --batch-mode -DskipTests package`;
  switch (app.kind) {
    case 'layers':
      return dockerfile`
        ${all} && \\
            cp ${built} app.jar && \\
            java -Djarmode=tools -jar app.jar extract --layers --destination /out
      `;
    case 'jar':
      return dockerfile`
        ${all} && \\
            mkdir /out && \\
            cp ${built} /out/app.jar
      `;
    case 'classpath':
      return dockerfile`
        mkdir -p /out/app /out/lib && \\
            ${packed === 'shaded' ? dockerfile`${all} && \\` : dockerfile`${all} \\`}
            ${packed === 'shaded' ? null : COPY_LIBRARIES}
            cp ${built} /out/app/
      `;
  }
}

const COPY_LIBRARIES = dockerfile`dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/out/lib && \\`;
