import { PlimsollError } from '../errors.ts';
import { chooseProgram } from './choose-program.ts';
import { dockerfile, joinStages, joinWords } from './dockerfile-text.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import { elementsAt, readXml, textAt } from './xml.ts';
import { presentNames, type Project } from './project.ts';

/** Releases that init writes for, and the Ubuntu that Microsoft's chiseled images of them are made of. */
const RELEASES: Readonly<Record<string, string>> = { '8.0': 'noble', '9.0': 'noble', '10.0': 'noble' };

/** Where ASP.NET Core listens in Microsoft's images. */
const PORT = 8080;

/** What "dotnet restore" reads beside the project. */
const SETTINGS = [
  ...['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'global.json'],
  ...['nuget.config', 'NuGet.config', 'NuGet.Config', 'packages.lock.json'],
];

const NO_CULTURES =
  'The image has no cultures and no time zones: where the program needs them, take the base image whose tag ends in "-extra".';

/** A program of .NET's. Throws `INPUT_INVALID` where it is not known which project, or for another release. */
export async function planDotnet(project: Project, { main, port }: Wishes): Promise<Plan> {
  const file = main ?? findFile(project);
  const { release, isWeb, assembly } = await readProject(project, file);
  const system = RELEASES[release];
  if (system === undefined) {
    throw new PlimsollError('INPUT_INVALID', `${file}: it is for .NET ${release}`, {
      hint: `init writes for ${Object.keys(RELEASES).join(', ')}.`,
    });
  }
  const sdk = `mcr.microsoft.com/dotnet/sdk:${release}-${system}`;
  const runtime = `mcr.microsoft.com/dotnet/${isWeb ? 'aspnet' : 'runtime'}:${release}-${system}-chiseled`;
  const hasLocal = (await project.read(file))?.includes('<ProjectReference') === true;
  return {
    images: [sdk, runtime],
    write: (image) =>
      joinStages(
        dockerfile`
          FROM --platform=$BUILDPLATFORM ${image(sdk)} AS build
          ARG TARGETARCH
          WORKDIR /src
          ${hasLocal ? dockerfile`COPY . .` : dockerfile`COPY ${joinWords([file, ...presentNames(project, SETTINGS)])} ./`}
          RUN --mount=type=cache,target=/root/.nuget/packages \\
              dotnet restore ${file} --arch $TARGETARCH
          ${hasLocal ? null : dockerfile`COPY . .`}
          RUN --mount=type=cache,target=/root/.nuget/packages \\
              dotnet publish ${file} --arch $TARGETARCH --configuration Release --no-restore --output /out
        `,
        dockerfile`
          FROM ${image(runtime)}
          WORKDIR /app
          COPY --from=build /out ./
          USER 1654:1654
          ${exposePort(port ?? (isWeb ? PORT : null))}
          ENTRYPOINT ${['dotnet', `${assembly}.dll`]}
        `,
      ),
    ignored: ['**/bin', '**/obj', '.vs', '*.user'],
    notes: [NO_CULTURES],
  };
}

/** The one project at the top. */
function findFile({ names }: Project): string {
  const projects = [...names].filter((name) => /\.(?:cs|fs|vb)proj$/.test(name)).sort();
  return chooseProgram(projects, 'FILE', {
    message: 'there is no project at the top of the folder',
    hint: 'Run init in the folder of the project that is started.',
  });
}

interface DotnetProject {
  readonly release: string;
  readonly isWeb: boolean;
  readonly assembly: string;
}

/** By https://learn.microsoft.com/dotnet/core/project-sdk/msbuild-props. */
async function readProject(project: Project, file: string): Promise<DotnetProject> {
  const root = readXml((await project.read(file)) ?? '', file);
  const props = await project.read('Directory.Build.props');
  const shared = props === null ? null : readXml(props, 'Directory.Build.props');
  const property = (name: string): string | null =>
    textAt(root, 'PropertyGroup', name) ?? (shared === null ? null : textAt(shared, 'PropertyGroup', name));
  const sdk = root.attributes['Sdk'] ?? '';
  const isWeb = sdk === 'Microsoft.NET.Sdk.Web' || elementsAt(root, 'ItemGroup', 'FrameworkReference').length > 0;
  const isProgram = isWeb || sdk === 'Microsoft.NET.Sdk.Worker' || /^exe$/i.test(property('OutputType') ?? '');
  if (!isProgram) throw new PlimsollError('INPUT_INVALID', `${file} is a library: it has no OutputType Exe`);
  const [, release] = /^net([0-9]+\.[0-9]+)$/.exec(property('TargetFramework') ?? '') ?? [];
  if (release === undefined) {
    throw new PlimsollError('INPUT_INVALID', `${file} names no TargetFramework that init knows`, {
      hint: `init writes for ${Object.keys(RELEASES)
        .map((one) => `net${one}`)
        .join(', ')}.`,
    });
  }
  return { release, isWeb, assembly: property('AssemblyName') ?? file.replace(/\.\w+$/, '') };
}
