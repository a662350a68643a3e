using FhirNaltrexone.Server.Subscriptions;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>Which ids the log may have as they are.</summary>
public sealed class LoggedIdTests
{
    [Fact]
    public async Task Those_that_the_server_makes()
    {
        using var fhir = new FhirHttp();
        using var created = await fhir.PostAsync("/fhir/Basic", """{"resourceType":"Basic","code":{"text":"x"}}""");
        var id = (string)(await created.JsonAsync())["id"]!;

        Assert.Equal(id, LoggedId.Of(id));
    }

    [Theory]
    [InlineData("jane-doe", "~2751e2c0")]
    [InlineData("0AF7651916CD43DD8448EB211C80319C", "~")]
    public void Others_by_a_fingerprint(string id, string fingerprint)
    {
        Assert.StartsWith(fingerprint, LoggedId.Of(id), StringComparison.Ordinal);
        Assert.Equal(9, LoggedId.Of(id).Length);
    }
}
