using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>Which patients a resource names: itself, and whoever a reference in it leads to, wherever that stands.</summary>
internal static class PatientNames
{
    private const string Patient = "Patient";

    /// <summary>The patients by logical id; those of other servers by URL.</summary>
    /// <param name="content">What a resource says.</param>
    /// <param name="bases">Base URLs under which this server is known.</param>
    public static HashSet<string> Of(CodedContent content, IReadOnlyList<string> bases)
    {
        var named = new HashSet<string>(content.PatientIds, StringComparer.Ordinal);
        foreach (var reference in content.References) Add(named, reference, bases);
        return named;
    }

    private static void Add(HashSet<string> named, string text, IReadOnlyList<string> bases)
    {
        if (text[0] == '#') return;
        var target = ReferenceTarget.Parse(text, bases);
        if (target.Type == Patient) named.Add(target.Id);
        else if (target.Type is null && target.Id.Contains("/Patient/", StringComparison.Ordinal)) named.Add(target.Id);
    }
}
