using System.Diagnostics;
using System.Net;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>A disk that runs full under the embedded database: a small one in memory, for which the tests must run as root.</summary>
public sealed class FullDiskTests
{
    private const string Missing = "NOT TESTED ON A FULL DISK: a file system in memory can be mounted here by root only.";
    private const int MostWrites = 200;

    private static readonly string Large = $$"""{"resourceType":"Patient","name":[{"family":"{{new string('x', 900_000)}}"}]}""";

    [Fact]
    public async Task Says_507_while_reading_goes_on_and_writes_again_when_there_is_room()
    {
        var folder = Directory.CreateTempSubdirectory("fhir-naltrexone-full-").FullName;
        await MountAsync(folder, "size=32m");
        var server = new ServerProcess([$"--Storage:ConnectionString=Data Source={folder}/test.db"]);
        try
        {
            await server.InitializeAsync();
            Assert.Equal(HttpStatusCode.Created, await PutAsync(server, "first", Large));
            var stored = await FillAsync(server);

            Assert.Equal(HttpStatusCode.InsufficientStorage, await PutAsync(server, "no-room", Large));
            for (var i = 0; i < stored; i++) Assert.Equal(HttpStatusCode.OK, await GetAsync(server, $"Patient/fill-{i}"));
            Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "Patient?_summary=count"));
            Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "Patient/first/_history?_count=1"));
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(server, "Patient/no-room"));
            await server.AssertAliveAsync("the full disk");

            await MountAsync(folder, "remount,size=96m");
            Assert.Equal(HttpStatusCode.Created, await PutAsync(server, "no-room", Large));
            Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "Patient/no-room"));
        }
        finally
        {
            await server.DisposeAsync();
            await RunAsync("umount", folder);
            Directory.Delete(folder);
        }
    }

    private static async Task<int> FillAsync(ServerProcess server)
    {
        for (var i = 0; i < MostWrites; i++)
        {
            var status = await PutAsync(server, $"fill-{i}", Large);
            if (status == HttpStatusCode.InsufficientStorage) return i;
            Assert.Equal(HttpStatusCode.Created, status);
        }

        throw new InvalidOperationException("The disk does not run full.");
    }

    private static async Task<HttpStatusCode> PutAsync(ServerProcess server, string id, string body)
    {
        using var response = await server.Client.PutAsync($"/fhir/Patient/{id}", new StringContent(body.Replace("{\"resourceType\":\"Patient\"", $"{{\"resourceType\":\"Patient\",\"id\":\"{id}\"", StringComparison.Ordinal), Encoding.UTF8, "application/fhir+json"));
        await FhirReplies.CheckAsync(response);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> GetAsync(ServerProcess server, string path)
    {
        using var response = await server.Client.GetAsync($"/fhir/{path}");
        return response.StatusCode;
    }

    private static async Task MountAsync(string folder, string options)
    {
        if (Environment.IsPrivilegedProcess && await RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder) == 0) return;
        await Console.Error.WriteLineAsync(Missing);
        Assert.Skip(Missing);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
