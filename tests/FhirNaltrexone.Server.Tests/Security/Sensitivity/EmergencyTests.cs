using System.Net;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>An emergency opens the record of a patient while it lasts: nothing that is answered later, and no export.</summary>
public sealed class EmergencyTests : IDisposable
{
    private static readonly Caller User = Callers.Clinic with { User = "Practitioner/dr" };

    private readonly AccessServer _server = new(null, ("Security:Sensitivity:BreakGlassMinutes", "30"));

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("GET", "$export?_type=Condition")]
    [InlineData("GET", "$export/?_type=Condition")]
    [InlineData("GET", "Patient/$export/?_type=Condition")]
    [InlineData("GET", "Condition/oud")]
    [InlineData("GET", "Condition?code=x")]
    [InlineData("POST", "")]
    [InlineData("POST", "Condition/_search/")]
    public async Task Nothing_is_answered_later(string method, string path)
    {
        using var taken = await _server.SendAsync(
            User, method, path, method == "POST" ? "{}" : null, ("Prefer", "respond-async"), ("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/p; unconscious, suspected overdose"));

        Assert.Equal(HttpStatusCode.Forbidden, taken.StatusCode);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Nobody_declares_one_where_the_site_does_not_allow_it(int secondsAhead)
    {
        using var server = new AccessServer(null);

        using var refused = await server.SendAsync(
            User, "GET", "Patient/p", null, ("X-Break-Glass", $"{DateTimeOffset.UtcNow.AddSeconds(secondsAhead):O}; Patient/p; unconscious, suspected overdose"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public void Its_purpose_ends_with_it()
    {
        var emergency = (User with { Purpose = "HPAYMT" }) with { Emergency = new("p", "unconscious, suspected overdose") };

        Assert.Equal(("ETREAT", "HPAYMT"), (emergency.Purpose, (emergency with { Emergency = null }).Purpose));
    }
}
