using System.Text;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static FhirNaltrexone.Storage.Tests.Interactions.Bundles.Entry;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

/// <summary>What a transaction comes to must not depend on the order of its entries (FHIR R4, http, transactions).</summary>
public sealed class EntryOrderTests
{
    private const string New = "urn:uuid:00000000-0000-0000-0000-000000000001";
    private const string Same = "urn:uuid:00000000-0000-0000-0000-000000000002";
    private const string Found = "urn:uuid:00000000-0000-0000-0000-000000000003";

    private static readonly string[] Before =
    [
        Put("Patient/found", Patient("found", id: "found")),
        Put("Patient/gone", Patient("gone", id: "gone")),
        Put("Patient/changed", Patient("changed", id: "changed")),
        Put("Patient/same", Patient("same", id: "same")),
    ];

    // All kinds of entries, depending on one another in all ways that are allowed.
    private static readonly string[] Good =
    [
        Post(Patient("new"), New),
        Post(Patient("twice"), Same, "identifier=urn:s|twice"),
        Post(Patient("twice"), ifNoneExist: "Patient?identifier=urn%3As%7Ctwice"),
        Post(Patient("found", "female"), Found, "identifier=urn:s|found"),
        Put("Patient/changed", Patient("moved", id: "changed"), "http://elsewhere.org/fhir/Patient/changed"),
        Put("Patient/same", Patient("same", id: "same")),
        Put("Patient?identifier=urn:s|put", Patient("put")),
        Delete("Patient/gone"),
        Post(Observation(New, "o1")),
        Post(Observation(Same, "o2")),
        Post(Observation(Found, "o3")),
        Post(Observation("http://elsewhere.org/fhir/Patient/changed/_history/1", "o4")),
        Post(Observation("Patient?identifier=urn:s|moved", "o5")),
        Post(Observation("Patient?identifier=urn:s|put", "o6")),
        Post("""{"resourceType":"Observation","identifier":[{"system":"urn:s","value":"o7"}],"status":"final","code":{"text":"x"},"derivedFrom":[{"reference":"Observation?identifier=urn:s|o5"}]}"""),
        Get("Patient?gender=male&_sort=identifier"),
        Get("Patient/changed/_history"),
    ];

    private static readonly string[] Defects =
    [
        Post(Observation("Patient?identifier=urn:s|gone", "x")),
        Post(Patient("twice", "other"), ifNoneExist: "identifier=urn:s|twice"),
        Put("Patient?identifier=urn:s|changed", Patient("y")),
        Put("Patient/stale", Patient("stale", id: "stale"), ifMatch: "W/\"1\""),
        Get("Patient/gone"),
        Delete("Patient?identifier=urn:s|same"),
        Post(Observation("Patient?identifier=urn:s|nobody")),
    ];

    [Property(MaxTest = 40)]
    public Property Any_order_comes_to_the_same()
    {
        var expected = Outcome(Good).GetAwaiter().GetResult();
        Assert.Contains("201", expected, StringComparison.Ordinal);
        return Prop.ForAll(
            Gen.Shuffle(Good).ToArbitrary(), entries => Assert.Equal(expected, Outcome(entries).GetAwaiter().GetResult()));
    }

    [Property(MaxTest = 40)]
    public Property What_fails_in_one_order_fails_in_all()
        => Prop.ForAll(
            Gen.Elements(Defects).SelectMany(defect => Gen.Shuffle(Good.Append(defect).ToArray())).ToArbitrary(),
            entries => Assert.Equal("refused, 4 versions", Outcome(entries).GetAwaiter().GetResult()));

    /// <summary>Statuses, and the store afterwards, told without the ids that the server chose and in an order of its own.</summary>
    private static async Task<string> Outcome(string[] entries)
    {
        using var server = new InteractionFixture();
        Assert.Null((await server.Execute(Transaction(Before))).Refusal);
        var result = await server.Execute(Transaction(entries));
        if (result.Refusal is not null) return $"refused, {await server.AllVersions()} versions";

        var history = await server.Store.HistoryAsync(new() { Limit = 1_000 }, TestContext.Current.CancellationToken);
        var told = history
            .Select(version => $"{version.Key}/{version.Version} {version.Change} {Encoding.UTF8.GetString(version.Json.Span)}")
            .Concat(result.Entries.Select(Told))
            .ToList();
        foreach (var version in history.Where(version => version.Key.Id.Length == 32))
        {
            var name = System.Text.Json.JsonDocument.Parse(version.Json).RootElement.GetProperty("identifier")[0].GetProperty("value").GetString();
            told = [.. told.Select(line => line.Replace(version.Key.Id, $"<{name}>", StringComparison.Ordinal))];
        }

        return string.Join('\n', told.Order(StringComparer.Ordinal));
    }

    private static string Told(BundleEntryResult entry)
        => entry.Entry!.Method == EntryMethod.Get
            ? $"{entry.Entry.Url.Path}: {string.Join(' ', (entry.Found?.Matches ?? entry.Versions!.Versions).Select(version => $"{version.Key}/{version.Version}"))}"
            : $"{entry.Entry.Method} {entry.Entry.Url.Path} {entry.Result.Status} {entry.Result.Resource?.Key}";
}
