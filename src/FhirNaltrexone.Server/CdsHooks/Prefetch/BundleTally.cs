using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>Counts what a Bundle holds, to tell whether it answers the query completely.</summary>
internal record struct BundleTally
{
    /// <summary>Resources of the type asked for that are not marked as included.</summary>
    public int Matches { get; private set; }

    /// <summary>Resources of another type that are not marked as included.</summary>
    public int Others { get; private set; }

    /// <summary>Entries without a resource that can be read: a Bundle within is none, nor is a type that R4 does not have.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Code of the first OperationOutcome among the entries that takes the worth of the result away.</summary>
    public string? Error { get; private set; }

    /// <summary>Code of the first OperationOutcome that warns of nothing but that something was not found: harmless only where that is the whole answer.</summary>
    public string? NotFound { get; private set; }

    /// <summary>Counts one entry and collects its resource.</summary>
    public void Count(JsonElement entry, string type, string place, int index, List<Found> found)
    {
        var resource = FhirJson.Object(entry, "resource"u8);
        var actual = FhirJson.TypeOf(resource);
        switch (actual)
        {
            case null or "Bundle":
                Unreadable++;
                return;
            case "OperationOutcome":
                CountOutcome(resource);
                return;
        }

        var one = new Found(resource, actual, entry, place, index);
        found.Add(one);
        if (actual != type && !ResourceTypes.Contains(actual)) Unreadable++;
        else if (!one.IsIncluded && actual == type) Matches++;
        else if (!one.IsIncluded) Others++;
    }

    /// <summary>Whether nothing is missing, if everything could be read. A read must bring its resource; a search may find nothing.</summary>
    public readonly bool IsComplete(long total, bool isRead)
        => isRead ? Matches > 0 : total <= Matches + Others && (Matches > 0 || Others == 0);

    /// <summary>Whether there is nothing in the Bundle but what servers say of it.</summary>
    public readonly bool IsEmpty => Matches + Others + Unreadable == 0;

    private void CountOutcome(JsonElement outcome)
    {
        switch (OutcomeWeights.Of(outcome))
        {
            case OutcomeWeight.Lacks:
                Error ??= AnswerReader.IssueCode(outcome);
                break;
            case OutcomeWeight.NotFound:
                NotFound ??= AnswerReader.IssueCode(outcome);
                break;
        }
    }
}
