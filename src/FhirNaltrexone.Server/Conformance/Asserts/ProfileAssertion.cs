using FhirNaltrexone.Server.Conformance.Running;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>The body conforms to a profile: a validation of it finds no error.</summary>
/// <param name="validate">Validates a resource, given as UTF-8 JSON, against a profile.</param>
internal sealed class ProfileAssertion(Func<ReadOnlyMemory<byte>, string, IReadOnlyList<Issue>> validate)
{
    public Verdict Check(AssertionScope scope)
    {
        var id = scope.Claim.ValidateProfileId!;
        if (!scope.Script.Profiles.TryGetValue(id, out var profile)) throw new ScriptFault($"The script has no profile {id}.");
        var errors = validate(System.Text.Encoding.UTF8.GetBytes(scope.Resource.GetRawText()), profile).Where(issue => issue.Severity <= IssueSeverity.Error).ToList();
        return new(errors.Count == 0, errors.Count == 0 ? $"It conforms to {profile}" : $"It does not conform to {profile}: {Told(errors[0])}{More(errors.Count - 1)}");
    }

    private static string Told(Issue issue) => issue.Expression is { } expression ? $"{expression}: {issue.Text}" : issue.Text;

    private static string More(int count) => count == 0 ? "" : $" And {count} more.";
}
