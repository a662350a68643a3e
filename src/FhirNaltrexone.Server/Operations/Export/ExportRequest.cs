namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>What a client wants exported, checked.</summary>
internal sealed record ExportRequest
{
    /// <summary>Base URL of this server as the client knows it.</summary>
    public required string Base { get; init; }

    /// <summary>Address of the kick-off, for the manifest.</summary>
    public required string Url { get; init; }

    /// <summary>What is covered.</summary>
    public required ExportLevel Level { get; init; }

    /// <summary>Id of the group, for <see cref="ExportLevel.Group"/>.</summary>
    public string? Group { get; init; }

    /// <summary>Types wanted; empty for all that the level has.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only what changed after this instant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Further conditions; those on one type are alternatives.</summary>
    public IReadOnlyList<ExportFilter> Filters { get; init; } = [];

    /// <summary>Elements wanted, as <c>Type.element</c> or <c>element</c>; empty for all.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Only these patients; empty for all that the level has.</summary>
    public IReadOnlyList<string> Patients { get; init; } = [];

    /// <summary>What of the request was ignored, for the error file.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
