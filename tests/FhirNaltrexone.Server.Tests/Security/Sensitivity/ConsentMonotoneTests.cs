using System.Text.Json.Nodes;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

public sealed class ConsentMonotoneTests(ConsentBench bench) : IClassFixture<ConsentBench>
{
    private static readonly string[] Types = ["Observation", "Condition", "MedicationRequest", "Consent"];
    private static readonly string[] Labels = ["SUD", "OPIOIDUD", "ETHUD", "42CFRPart2", "HIV", "R", "N"];

    [Property(MaxTest = 3_000)]
    public void A_deny_more_in_a_consent_never_shows_more(int seed)
    {
        var random = new Random(seed);
        var consents = Consents(random);
        var resource = Resource(random);
        var before = bench.IsShown(resource, consents);
        var nodes = Nodes(consents[random.Next(consents.Length)]["provision"]!.AsObject()).ToList();

        nodes[random.Next(nodes.Count)].With("provision", Provision(random, "deny", depth: 0));

        Assert.True(before || !bench.IsShown(resource, consents), $"{string.Join('\n', consents.Select(consent => consent.ToJsonString()))}\n{resource.ToJsonString()}");
    }

    [Property(MaxTest = 3_000)]
    public void A_consent_more_that_only_denies_never_shows_more(int seed)
    {
        var random = new Random(seed);
        var consents = Consents(random);
        var resource = Resource(random);
        var deny = ConsentText.Consent("more", Provision(random, "deny", depth: 0), dateTime: Date(random), isOfLaw: random.Next(2) == 0);

        Assert.True(bench.IsShown(resource, consents) || !bench.IsShown(resource, [.. consents, deny]));
    }

    [Fact]
    public void Both_are_asked_of_what_is_shown_and_of_what_is_not()
    {
        var shown = Enumerable.Range(0, 1_000).Count(seed =>
        {
            var random = new Random(seed);
            var consents = Consents(random);
            return bench.IsShown(Resource(random), consents);
        });

        Assert.InRange(shown, 100, 900);
    }

    private static JsonObject[] Consents(Random random) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(number => ConsentText.Consent(
        $"c{number}", Provision(random, random.Next(3) switch { 0 => "deny", 1 => null, _ => "permit" }, depth: 3), dateTime: Date(random), isOfLaw: random.Next(2) == 0, isTrusted: random.Next(6) > 0))];

    private static string Date(Random random) => random.Next(6) switch { 0 => "2026", 1 => "2027-01-01", var other => $"2026-0{other}-11" };

    private static JsonObject Resource(Random random)
    {
        var labels = Labels.Where(_ => random.Next(4) == 0).ToArray();
        var resource = ConsentBench.Resource(Types[random.Next(Types.Length)], labels);
        return random.Next(12) == 0 ? ConsentBench.Held(resource, random.Next(2) == 0 ? ConsentBench.ClinicHolds : "Organization/other") : resource;
    }

    private static JsonObject Provision(Random random, string? type, int depth)
    {
        var provision = ConsentText.Provision(type);
        if (random.Next(4) == 0) provision.For(random.Next(2) == 0 ? "TREAT" : "HPAYMT");
        if (random.Next(4) == 0) provision.OfClass(Types[random.Next(Types.Length)]);
        if (random.Next(3) == 0) provision.Labelled(Labels[random.Next(Labels.Length)]);
        if (random.Next(5) == 0) provision.ToClient(random.Next(2) == 0 ? "clinic" : "other");
        if (random.Next(8) == 0) provision.ToReference(random.Next(2) == 0 ? "CareTeam/1" : "Organization/1");
        if (random.Next(8) == 0) provision["period"] = new JsonObject { ["start"] = random.Next(2) == 0 ? "2026-01-01" : "2026-09-01" };
        if (random.Next(8) == 0) provision["dataPeriod"] = new JsonObject { ["end"] = random.Next(2) == 0 ? "2025-01-01" : "2025" };
        if (random.Next(12) == 0) provision.With("action", new JsonObject { ["text"] = "?" });
        if (random.Next(20) == 0) provision["modifierExtension"] = new JsonArray(new JsonObject { ["url"] = "http://example.org/x", ["valueBoolean"] = true });
        for (var count = depth == 0 ? 0 : random.Next(3); count > 0; count--)
        {
            // Mostly as R4 wants it: an exception reverses.
            var reversed = type == "permit" ? "deny" : "permit";
            provision.With("provision", Provision(random, random.Next(8) == 0 ? (random.Next(2) == 0 ? "permit" : "deny") : reversed, depth - 1));
        }

        return provision;
    }

    private static IEnumerable<JsonObject> Nodes(JsonObject provision)
        => (provision["provision"]?.AsArray() ?? []).SelectMany(inner => Nodes(inner!.AsObject())).Prepend(provision);
}
