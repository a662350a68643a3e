namespace FhirNaltrexone.Storage.Resources;

/// <summary>Which versions a history lists (FHIR R4, history), newest first: by last update, then by <see cref="ResourceVersion.Sequence"/>.</summary>
public sealed record HistoryQuery
{
    /// <summary>Only this type; null for the whole system.</summary>
    public string? Type { get; init; }

    /// <summary>Only this resource; needs <see cref="Type"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Only versions updated at or after this instant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only versions that were current at some time in the interval from this instant …</summary>
    public DateTimeOffset? AtFrom { get; init; }

    /// <summary>… to this one, exclusive.</summary>
    public DateTimeOffset? AtTo { get; init; }

    /// <summary>Only versions listed after this one.</summary>
    public HistoryPosition? After { get; init; }

    /// <summary>At most so many, 1 or more.</summary>
    public required int Limit { get; init; }
}
