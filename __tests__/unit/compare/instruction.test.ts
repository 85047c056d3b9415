import { describe, expect, test } from '@jest/globals';
import { formatInstruction } from '../../../src/compare/instruction.ts';

describe('formatInstruction', () => {
  test.each([
    ['RUN /bin/sh -c go build -o /out/server ./cmd/server # buildkit', 'RUN go build -o /out/server ./cmd/server'],
    ['RUN /bin/bash -o pipefail -c curl x | sh # buildkit', 'RUN curl x | sh'],
    ['RUN /bin/bash -euxo pipefail -c make # buildkit', 'RUN make'],
    ['RUN --mount=type=cache,target=/go/pkg/mod --network=none go mod download', 'RUN go mod download'],
    ['COPY --from=build /out/server /server', 'COPY --from=build /out/server /server'],
    ['COPY /out/server /server # buildkit', 'COPY /out/server /server'],
    ['/bin/sh -c #(nop) ADD file:4f1c in / ', 'ADD file:4f1c in /'],
    [`/bin/sh -c #(nop) COPY dir:${'4f1c'.repeat(16)} in /app `, 'COPY dir:… in /app'],
    ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD ["sh"]'],
    ['/bin/sh -c apk add curl', 'RUN apk add curl'],
    ['RUN /bin/sh -c apt-get update\t&& \n apt-get upgrade # buildkit', 'RUN apt-get update && apt-get upgrade'],
    ['bazel build ...', 'bazel build ...'],
    ['RUN /bin/shell -c x', 'RUN /bin/shell -c x'],
    ['', ''],
  ])('%j', (createdBy, instruction) => {
    expect(formatInstruction(createdBy)).toBe(instruction);
  });
});
