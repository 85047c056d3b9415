import { dockerfile, type DockerfileText } from './dockerfile-text.ts';

/** What a build leaves in `/out`, and how it is started. */
export type JavaApp =
  /** `lib/` with all jars, and the class that starts. */
  | { readonly kind: 'classpath'; readonly main: string }
  /** `app.jar`, with all in it. */
  | { readonly kind: 'jar' }
  /** Spring Boot's layers: what changes seldom first. */
  | { readonly kind: 'layers' };

/** The last stage. The jars have no code of one platform, or that of all. */
export function writeJava(from: string, app: JavaApp, expose: DockerfileText | null): DockerfileText {
  return dockerfile`
    FROM ${from}
    WORKDIR /app
    ${copyApp(app)}
    USER nonroot:nonroot
    ${expose}
    ENTRYPOINT ${startApp(app)}
  `;
}

function copyApp(app: JavaApp): DockerfileText {
  switch (app.kind) {
    case 'classpath':
      return dockerfile`
        COPY --from=build /out/lib ./lib
        COPY --from=build /out/app ./app
      `;
    case 'jar':
      return dockerfile`COPY --from=build /out/app.jar ./`;
    case 'layers':
      return dockerfile`
        COPY --from=build /out/dependencies ./
        COPY --from=build /out/spring-boot-loader ./
        COPY --from=build /out/snapshot-dependencies ./
        COPY --from=build /out/application ./
      `;
  }
}

function startApp(app: JavaApp): readonly string[] {
  return app.kind === 'classpath' ? ['java', '-cp', 'app/*:lib/*', app.main] : ['java', '-jar', 'app.jar'];
}
