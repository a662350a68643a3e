using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Publication;

/// <summary>What happens at start: once, again, with what clients have stored before, and switched off.</summary>
public sealed class PublicationStartTests
{
    private const string Theirs = """{"resourceType":"CodeSystem","id":"treatment-goal","status":"active","content":"not-present"}""";

    [Fact]
    public async Task Starting_again_writes_nothing_and_what_a_client_has_stored_is_kept_and_told()
    {
        var directory = Directory.CreateTempSubdirectory("fhir-naltrexone-publication-").FullName;
        (string, string) database = ("Storage:ConnectionString", $"Data Source={Path.Combine(directory, "shared.db")}");
        using (var before = new FhirHttp(database)) await before.StoreAsync(Theirs);

        long versions;
        using (var first = new FhirHttp(database, ("Content:Publish", "true")))
        {
            var said = await first.UntilPublishedAsync();
            versions = await CountAsync(first);

            Assert.StartsWith("Degraded", said, StringComparison.Ordinal);
            Assert.Contains("CodeSystem/treatment-goal", said, StringComparison.Ordinal);
            Assert.Contains("CodeSystem/treatment-goal", first.Server.Log.Text, StringComparison.Ordinal);
            using var kept = await first.GetAsync("/fhir/CodeSystem/treatment-goal");
            Assert.Equal("not-present", (string)(await kept.JsonAsync())["content"]!);
            using var deleted = await first.SendAsync("DELETE", "/fhir/CodeSystem/treatment-goal", null);
            Assert.Equal(204, (int)deleted.StatusCode);
        }

        using (var second = new FhirHttp(database, ("Content:Publish", "true")))
        {
            Assert.StartsWith("Healthy\nContent is published", await second.UntilPublishedAsync(), StringComparison.Ordinal);
            using var ours = await second.GetAsync("/fhir/CodeSystem/treatment-goal");
            Assert.Equal("complete", (string)(await ours.JsonAsync())["content"]!);
            Assert.Equal(versions + 2, await CountAsync(second));
        }

        using (var third = new FhirHttp(database, ("Content:Publish", "true")))
        {
            await third.UntilPublishedAsync();
            Assert.Equal(versions + 2, await CountAsync(third));
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Switched_off_nothing_is_published()
    {
        using var fhir = new FhirHttp(("Content:Publish", "false"));

        Assert.Equal("Healthy", await fhir.UntilPublishedAsync());
        Assert.Equal(0, await CountAsync(fhir));
    }

    private static async Task<long> CountAsync(FhirHttp fhir)
        => await fhir.Server.Services.GetRequiredService<ResourceStores>().Resources.CountHistoryAsync(new() { Limit = 1 }, TestContext.Current.CancellationToken);
}
