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
