using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>Who asks, why, and when.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Now">The instant.</param>
/// <param name="Policy">What labels and purposes stand for.</param>
/// <param name="Indexing">The bases and the time zone of this server.</param>
internal sealed record ConsentQuestion(Caller Caller, DateTimeOffset Now, SensitivityPolicy Policy, IndexingOptions Indexing)
{
    /// <summary>References within resources that consents speak of, by the reference of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Related { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>Whether a purpose of use is the one of the caller, or stands for it. A caller that says none may have any.</summary>
    /// <param name="purpose">A code of v3-ActReason.</param>
    public Match IsFor(string purpose)
    {
        if (Caller.Purpose is not { } own) return Match.Unknown;
        return purpose == own || (Policy.Purposes.TryGetValue(purpose, out var covered) && covered.Contains(own)) ? Match.Yes : Match.No;
    }

    /// <summary>A literal reference in the one form that is compared.</summary>
    public string Normal(string reference)
    {
        var target = ReferenceTarget.Parse(reference, Indexing.Bases);
        return target.Type is null ? target.Id : $"{target.Type}/{target.Id}";
    }
}
