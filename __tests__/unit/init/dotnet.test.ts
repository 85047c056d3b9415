import { expect, test } from '@jest/globals';
import { plan, csproj, WEB } from './plan-files.ts';

test('.NET: published for each platform by the machine of the build, onto a chiseled image', async () => {
  const { text, images } = await plan({ 'My.App.csproj': csproj(WEB, 'net10.0'), 'nuget.config': '' });
  expect(images).toEqual([
    'mcr.microsoft.com/dotnet/sdk:10.0-noble',
    'mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled',
  ]);
  expect(text).toContain('COPY My.App.csproj nuget.config ./\n');
  expect(text).toContain('dotnet restore My.App.csproj --arch $TARGETARCH\nCOPY . .\n');
  expect(text).toContain('EXPOSE 8080\nENTRYPOINT ["dotnet", "My.App.dll"]\n');
  const program =
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><AssemblyName>run</AssemblyName>' +
    '</PropertyGroup><ItemGroup><ProjectReference Include="../a/a.csproj" /></ItemGroup></Project>';
  const props = '<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>';
  const other = await plan({ 'x.csproj': program, 'Directory.Build.props': props });
  expect(other.images[1]).toBe('mcr.microsoft.com/dotnet/runtime:8.0-noble-chiseled');
  expect(other.text.match(/COPY \. \./g)).toHaveLength(1);
  expect(other.text).toContain('ENTRYPOINT ["dotnet", "run.dll"]\n');
});
