using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Tests.Fixtures;

/// <summary>Charts for tests.</summary>
internal static class TestChart
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5));

    public static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static Chart With(params string[] drafts) => new()
    {
        Scope = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        PatientId = "pt",
        Zone = NewYork,
        DraftOrders = [.. drafts.Select(draft => JsonElement.Parse(draft))],
    };
}
