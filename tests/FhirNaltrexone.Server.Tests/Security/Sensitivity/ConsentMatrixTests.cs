using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Sensitivity.Consents;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

public sealed class ConsentMatrixTests(ConsentBench bench) : IClassFixture<ConsentBench>
{
    private static readonly string[] Statuses = ["active", "inactive", "rejected", "entered-in-error", "draft", "proposed"];
    private static readonly string[] Purposes = ["", "TREAT", "HPAYMT", "HOPERAT"];
    private static readonly string[] Actors = ["none", "me", "other", "team", "my organisation", "somebody by name", "treating providers", "payers"];
    private static readonly string[] Periods = ["none", "now", "past", "future"];
    private static readonly string[] Labels = ["", "SUD", "OPIOIDUD", "ETHUD"];
    private static readonly string[] Resources =
        ["Observation/", "Condition/", "Observation/OPIOIDUD", "Condition/OPIOIDUD", "Observation/SUD", "Condition/HIV", "Observation/OPIOIDUD HIV"];

    private static readonly string[] Reasons = ["TREAT", "ETREAT", "HPAYMT", "HOPERAT", "HRESCH"];

    private static readonly Caller Clinic = Callers.Clinic with { Organization = "Organization/ours" };

    [Fact]
    public void The_product_and_the_reference_agree_on_every_cell()
    {
        var facts = Resources.ToDictionary(name => name, name => bench.Facts(Resource(name)));
        var consents = new Dictionary<ConsentRow, StoredConsent?>();
        var callers = Reasons.ToDictionary(reason => reason, reason => Clinic with { Purpose = reason });
        var (cells, shown, wrong) = (0, 0, new List<string>());
        foreach (var row in Rows())
        {
            var written = row with { Resource = "", Reason = "" };
            if (!consents.TryGetValue(written, out var consent)) consents[written] = consent = bench.Consent(Write(row));
            var actual = bench.IsShown(facts[row.Resource], consent is null ? [] : [consent], callers[row.Reason]);
            cells++;
            shown += actual ? 1 : 0;
            if (actual != ReferenceConsent.IsShown(row)) wrong.Add($"{row}: {actual}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cells} cells differ, such as\n{string.Join('\n', wrong.Take(20))}");
        Assert.InRange(cells, 400, int.MaxValue);
        Assert.InRange(shown, cells / 20, cells * 19 / 20);
    }

    /// <summary>Of two and three consents, recorded by somebody trusted or not, on different days or the same, about records of others and one's own.</summary>
    [Fact]
    public void They_agree_on_several_consents_as_well()
    {
        var rows = Rows().Where(row => row.Resource.Length > 0).GroupBy(row => (row.Resource, row.Reason)).Select(group => group.ToArray()).ToArray();
        var random = new Random(7);
        var (cases, shown, wrong) = (20_000, 0, new List<string>());
        for (var number = 0; number < cases; number++)
        {
            var group = rows[random.Next(rows.Length)];
            var consents = Enumerable.Range(0, random.Next(2, 4))
                .Select(_ => (Day: random.Next(1, 4), Row: group[random.Next(group.Length)] with { IsTrusted = random.Next(5) > 0 })).ToArray();
            var isHeld = random.Next(10) == 0;
            var resource = Resource(group[0].Resource);
            if (isHeld) ConsentBench.Held(resource, "Organization/ours");

            var actual = bench.IsShown(resource, consents.Select(consent => Write(consent.Row, consent.Day)), Clinic with { Purpose = group[0].Reason });

            shown += actual ? 1 : 0;
            if (actual != ReferenceConsent.IsShown(group[0].Resource, isHeld, consents)) wrong.Add($"{actual} {isHeld} {string.Join(" & ", consents)}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases} cases differ, such as\n{string.Join('\n', wrong.Take(20))}");
        Assert.InRange(shown, cases / 20, cases * 19 / 20);
    }

    private static IEnumerable<ConsentRow> Rows()
        => from status in Statuses
           from purpose in Purposes
           from actor in Actors
           from period in Periods
           from label in Labels
           from shape in ReferenceConsent.Shapes
           from isOfLaw in new[] { false, true }
           from resource in Resources
           from reason in Reasons

               // What is not in force is not in force whatever it says.
           where status == "active" || (purpose.Length == 0 && actor == "none" && period == "none")
           select new ConsentRow(status, purpose, actor, period, label, shape, isOfLaw, resource, reason);

    private static JsonObject Resource(string name)
    {
        var parts = name.Split('/');
        return ConsentBench.Resource(parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static JsonObject Write(ConsentRow row, int day = 1)
    {
        var root = row.Shape switch
        {
            "nothing" => null,
            "permit" => ConsentText.Provision("permit"),
            "deny" => ConsentText.Provision("deny"),
            "permit but observations" => ConsentText.Provision("permit", ConsentText.Provision("deny").OfClass("Observation")),
            "deny but observations" => ConsentText.Provision("deny", ConsentText.Provision("permit").OfClass("Observation")),
            _ => ConsentText.Provision("permit", ConsentText.Provision("deny", ConsentText.Provision("permit").For("HPAYMT")).OfClass("Observation")),
        };
        if (root is not null) Confine(root, row);
        return ConsentText.Consent("c", root, status: row.Status, dateTime: $"2026-03-0{day}", isOfLaw: row.IsOfLaw, isTrusted: row.IsTrusted);
    }

    private static void Confine(JsonObject root, ConsentRow row)
    {
        if (row.Purpose.Length > 0) root.For(row.Purpose);
        if (row.Label.Length > 0) root.Labelled(row.Label);
        if (row.Actor == "me") root.ToClient("clinic");
        if (row.Actor == "other") root.ToClient("other");
        if (row.Actor == "team") root.ToReference("CareTeam/1");
        if (row.Actor == "my organisation") root.ToReference("Organization/ours");
        if (row.Actor is "treating providers" or "payers") root.ToClass(row.Actor.Replace(' ', '-'));
        if (row.Actor == "somebody by name") root.ToName("Clinic");
        if (row.Period != "none")
        {
            root["period"] = row.Period switch
            {
                "now" => new JsonObject { ["start"] = "2026-01-01", ["end"] = "2026-12-31" },
                "past" => new JsonObject { ["end"] = "2026-05-31" },
                _ => new JsonObject { ["start"] = "2026-06-02" },
            };
        }
    }
}
