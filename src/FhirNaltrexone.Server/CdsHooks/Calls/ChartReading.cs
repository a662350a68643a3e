using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>The chart of one call, and how it was come by. Its resources live until it is disposed of.</summary>
internal sealed class ChartReading(IReadOnlyList<IDisposable> owned) : IDisposable
{
    /// <summary>What the rules see.</summary>
    public required Chart Chart { get; init; }

    /// <summary>One issue for each key that could not be read completely.</summary>
    public required IReadOnlyList<Issue> Unread { get; init; }

    /// <summary>Whether a key that answers by id was given as null: there is no patient to speak about.</summary>
    public required bool LacksSubject { get; init; }

    /// <summary>Whether not one key brought anything that may be used, neither a resource nor the proof that there is none.</summary>
    public required bool IsBlind { get; init; }

    /// <summary>The types asked for.</summary>
    public IReadOnlyList<string> Queried { get; init; } = [];

    /// <summary>Whether the rules may lack records for want of a consent: a matter of the caller and the consents, whatever was read.</summary>
    public bool MayLackRecords { get; init; }

    /// <summary>What goes along with what is made of the records that were used; none when none of them is labelled.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Records under 42 CFR Part 2 that were used because consents permit it.</summary>
    public IReadOnlyList<ConsentedRecord> Consented { get; init; } = [];

    public void Dispose()
    {
        foreach (var item in owned)
        {
            item.Dispose();
        }
    }
}
