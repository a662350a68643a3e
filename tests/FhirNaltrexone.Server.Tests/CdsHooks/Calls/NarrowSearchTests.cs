using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks.Calls;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Calls;

/// <summary>Where a type is searched by codes, each search is answered by itself.</summary>
public sealed class NarrowSearchTests
{
    private static readonly PrefetchTemplate[] Templates =
    [
        new("liverTests", "Observation", "Observation?patient={{context.patientId}}&code=1742-6", ["1742-6"]),
        new("urineTests", "Observation", "Observation?patient={{context.patientId}}&code=19295-5", ["19295-5"]),
        new("conditions", "Condition", "Condition?patient={{context.patientId}}", []),
    ];

    [Fact]
    public void A_complete_search_answers_nothing_else()
        => Assert.Equal(["urineTests", "conditions"], Unread(new() { ["liverTests"] = Call.Bundle() }));

    [Fact]
    public void The_order_of_the_keys_does_not_matter()
        => Assert.Empty(Unread(new() { ["conditions"] = Call.Bundle(), ["other"] = 1, ["liverTests"] = Call.Bundle(), ["urineTests"] = Call.Bundle() }));

    private static IEnumerable<string> Unread(JsonObject prefetch)
    {
        var call = Call.OrderSign();
        call["prefetch"] = prefetch;
        using var document = JsonDocument.Parse(call.ToJsonString());
        var request = HookRequestReader.Read(document.RootElement, new FakeCdsService(), new List<Issue>())!;

        return [.. PrefetchIntake.Read(request, Templates, trustNull: false).Unread().Select(query => query.Template.Key)];
    }
}
