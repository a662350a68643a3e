using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>A call of an operation.</summary>
internal sealed record OperationCall
{
    /// <summary>Type in the address; null at system level.</summary>
    public string? Type { get; init; }

    /// <summary>Logical id in the address; null but at instance level.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it came by GET, which must not change anything.</summary>
    public bool IsGet { get; init; }

    /// <summary>Parameters of the URL, decoded, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The body: Parameters, or a bare resource; null for none.</summary>
    public ResourceContent? Content { get; init; }

    /// <summary>Base URL of this server as the client knows it, without slash at the end.</summary>
    public required string Base { get; init; }

    /// <summary>Whether the client prefers an asynchronous answer (<c>Prefer: respond-async</c>).</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether unknown parameters are refused (<c>Prefer: handling=strict</c>) rather than ignored.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether the client would rather have unknown parameters ignored (<c>Prefer: handling=lenient</c>), where the answer tells of them.</summary>
    public bool IsLenient { get; init; }
}
