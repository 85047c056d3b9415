import { expect, test } from '@jest/globals';
import { plan, java, pom } from './plan-files.ts';

test('Maven: its wrapper, its release of Java, and the jar by its name', async () => {
  const inside = '<properties><r>21</r><maven.compiler.release>${r}</maven.compiler.release></properties>';
  const { text, images, ignored } = await plan({ 'pom.xml': pom(inside), ...java('App') }, { port: 8080 });
  expect(images).toEqual(['maven:3.9-eclipse-temurin-21', 'gcr.io/distroless/java21-debian13:nonroot']);
  expect(text).toContain('COPY pom.xml ./\n');
  expect(text).toContain('mvn --batch-mode dependency:go-offline\nCOPY . .\n');
  expect(text).toContain('dependency:copy-dependencies -DincludeScope=runtime');
  expect(text).toContain('cp target/a-1.0.jar /out/app/\n');
  expect(text).toContain('EXPOSE 8080\nENTRYPOINT ["java", "-cp", "app/*:lib/*", "com.example.App"]\n');
  expect(ignored).toEqual(['/target']);
  const wrapped = { 'pom.xml': pom(''), ...java('App'), mvnw: '', '.mvn/wrapper/maven-wrapper.properties': '' };
  const own = await plan(wrapped, { main: 'com.example.Other' });
  expect(own.images[0]).toBe('eclipse-temurin:21-jdk');
  expect(own.text).toContain('COPY .mvn ./.mvn\nCOPY mvnw pom.xml ./\n');
  expect(own.text).toContain('sh mvnw --batch-mode -DskipTests package');
  expect(own.text).toContain('"com.example.Other"]\n');
  const unknown = pom('<build><finalName>${revision}</finalName></build>');
  expect((await plan({ 'pom.xml': unknown, ...java('App') })).text).toContain('cp target/*.jar /out/app/\n');
});

test('Maven: Spring Boot in layers where it has them, what is shaded as it is', async () => {
  const plugin = (name: string, more = '') => `<plugin><artifactId>${name}</artifactId>${more}</plugin>`;
  const boot = (version: string) =>
    pom(
      `<parent><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version></parent>` +
        `<properties><java.version>17</java.version></properties>` +
        `<build><plugins>${plugin('spring-boot-maven-plugin')}</plugins></build>`,
    );
  const layered = await plan({ 'pom.xml': boot('3.5.9') });
  expect(layered.images[1]).toBe('gcr.io/distroless/java17-debian13:nonroot');
  expect(layered.text).toContain('java -Djarmode=tools -jar app.jar extract --layers --destination /out\n');
  expect(layered.text).toContain('COPY --from=build /out/application ./\n');
  expect(layered.text).toContain('ENTRYPOINT ["java", "-jar", "app.jar"]\n');
  const old = await plan({ 'pom.xml': boot('3.2.0') });
  expect(old.text).not.toContain('jarmode');
  expect(old.text).toContain('COPY --from=build /out/app.jar ./\n');
  const main = '<configuration><x><mainClass>com.example.Shaded</mainClass></x></configuration>';
  const shade = (more: string) => pom(`<build><plugins>${plugin('maven-shade-plugin', more)}</plugins></build>`);
  const shaded = await plan({ 'pom.xml': shade(main) });
  expect(shaded.text).not.toContain('copy-dependencies');
  expect(shaded.text).toContain('ENTRYPOINT ["java", "-jar", "app.jar"]\n');
  const nameless = await plan({ 'pom.xml': shade(''), ...java('App') });
  expect(nameless.text).not.toContain('copy-dependencies');
  expect(nameless.text).toContain('"com.example.App"]\n');
});

test('Gradle: the one project that is a program, with the Java that it asks for', async () => {
  const wrapper = { gradlew: '', 'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=x/gradle-9.1-bin.zip\n' };
  const app = {
    ...wrapper,
    'settings.gradle.kts': 'rootProject.name = "x"\ninclude("app")\n',
    'app/build.gradle.kts':
      'plugins {\n    application\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(25) } }\n' +
      '// mainClass = "com.example.Old"\napplication {\n    mainClass = "com.example.AppKt"\n}\n',
  };
  const { text, images, ignored } = await plan(app);
  expect(images).toEqual(['eclipse-temurin:25-jdk', 'gcr.io/distroless/java25-debian13:nonroot']);
  expect(text).toContain(
    'COPY gradle ./gradle\nCOPY settings.gradle.kts gradlew ./\nCOPY app/build.gradle.kts ./app/\n',
  );
  expect(text).toContain('sh gradlew --no-daemon :app:installDist\nCOPY . .\n');
  expect(text).toContain('cp -r app/build/install/*/lib /out/lib && \\\n');
  expect(text).toContain('ENTRYPOINT ["java", "-cp", "app/*:lib/*", "com.example.AppKt"]\n');
  expect(ignored).toContain('**/build');
  const more = { ...app, 'settings.gradle.kts': 'include("app", "list")\n', 'list/build.gradle.kts': '' };
  expect((await plan(more)).text.match(/installDist/g)).toHaveLength(1);
});

test('Gradle: Spring Boot, and an old Gradle on a Java that it knows', async () => {
  const boot = (version: string) => ({
    'build.gradle': `plugins {\n  id 'org.springframework.boot' version '${version}'\n}\n`,
  });
  const layered = await plan(boot('3.4.1'));
  expect(layered.images).toEqual(['gradle:9-jdk21', 'gcr.io/distroless/java21-debian13:nonroot']);
  expect(layered.text).toContain('gradle --no-daemon :dependencies\nCOPY . .\n');
  expect(layered.text).toContain('gradle --no-daemon :bootJar && \\\n');
  expect(layered.text).toContain('--layers --destination /out\n');
  const old = await plan({
    ...boot('3.1.0'),
    gradlew: '',
    'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=https\\://x/gradle-8.4-bin.zip\n',
  });
  expect(old.images[0]).toBe('eclipse-temurin:17-jdk');
  expect(old.text).toContain('COPY --from=build /out/app.jar ./\n');
  const source = { 'src/main/kotlin/main.kt': 'package a.b\n\nfun main() {}\n' };
  const kotlin = await plan({
    'build.gradle.kts': 'plugins {\n  id("application")\n}\nkotlin { jvmToolchain(17) }\n',
    ...source,
  });
  expect(kotlin.images[1]).toBe('gcr.io/distroless/java17-debian13:nonroot');
  expect(kotlin.text).toContain('"a.b.MainKt"]\n');
});
