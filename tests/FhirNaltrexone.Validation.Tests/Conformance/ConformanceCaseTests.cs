using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Validation.Tests.Conformance;

/// <summary>Every case of <c>conformance/cases.csv</c>, every example and everything published, against its profile.</summary>
public sealed class ConformanceCaseTests
{
    private static readonly Validator Validator = new(Guide.Definitions);

    [Fact]
    public void A_resource_with_one_defect_yields_exactly_the_issue_expected()
    {
        var rows = ConformanceCase.All.Where(row => row.Expected is not null).ToList();

        var wrong = rows.Select(row => (row.File, row.Expected, Told: Told(row, row.Expected!.Severity))).Where(found => found.Told is not [var only] || !found.Expected!.Is(only));

        Assert.True(rows.Count > 100);
        AssertNone(wrong.Select(found => $"{found.File}: {Shown(found.Told)}"));
    }

    [Fact]
    public void A_resource_that_meets_its_profile_yields_no_error()
    {
        var wrong = ConformanceCase.All.Where(row => row.Expected is null).Select(row => (row.File, Told: Told(row, IssueSeverity.Error))).Where(found => found.Told.Count > 0);

        AssertNone(wrong.Select(found => $"{found.File}: {Shown(found.Told)}"));
    }

    [Theory]
    [InlineData("examples", IssueSeverity.Warning)]
    [InlineData("resources", IssueSeverity.Error)]
    public void Everything_of_the_guide_is_valid_against_R4_and_the_profiles_it_claims(string folder, IssueSeverity least)
    {
        var files = Directory.GetFiles(Path.Combine(Guide.Root, "profiles", "generated", folder), "*.json");

        var wrong = files.Select(file => (Name: Path.GetFileName(file), Told: Issues(file, [], least).Where(issue => !IsErratum(issue)).ToList()))
            .Where(found => found.Told.Count > 0);

        Assert.NotEmpty(files);
        AssertNone(wrong.Select(found => $"{found.Name}: {Shown(found.Told)}"));
    }

    // R4's own definitions carry this extension on the type, one level above the context (ElementDefinition.type.code) that R4 gives it; snapshots inherit it.
    private static bool IsErratum(Issue issue)
        => issue.MessageId == "NAL-EXT-CONTEXT" && issue.Expression!.StartsWith("StructureDefinition.snapshot.element[", StringComparison.Ordinal)
            && issue.Expression.EndsWith(".type[0].extension[0]", StringComparison.Ordinal);

    private static IReadOnlyList<Issue> Told(ConformanceCase row, IssueSeverity least) => Issues(Path.Combine(Guide.Root, row.File), [row.Profile], least);

    // Of a severity or worse. That a narrative is missing (dom-6) is advice for every resource here.
    private static IReadOnlyList<Issue> Issues(string file, IReadOnlyList<string> profiles, IssueSeverity least) =>
    [
        .. Validator.Validate(JsonElement.Parse(File.ReadAllBytes(file)), new ValidationRequest { Profiles = profiles })
            .Where(issue => issue.Severity <= least && !issue.Text.Contains(" dom-6 ", StringComparison.Ordinal)),
    ];

    private static void AssertNone(IEnumerable<string> wrong)
    {
        var lines = wrong.ToList();

        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    private static string Shown(IReadOnlyCollection<Issue> issues)
        => issues.Count == 0 ? "nothing" : string.Join("; ", issues.Select(issue => $"{issue.Severity} {issue.Code} {issue.Expression} {issue.MessageId} {issue.Text}"));
}
