using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>What a FHIR request is answered with, free of HTTP: a bundle entry can carry it as well.</summary>
internal sealed record FhirAnswer
{
    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The resource; null for none.</summary>
    public AnswerBody? Body { get; init; }

    /// <summary>The version that ETag and Last-Modified tell of; null for none.</summary>
    public ResourceVersion? Version { get; init; }

    /// <summary>Whether the version has just come to be, or was found instead: then Location names it.</summary>
    public bool HasLocation { get; init; }

    /// <summary>Further headers, such as Content-Location of a job.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Refuses.</summary>
    /// <param name="refusal">Status and reasons.</param>
    public static FhirAnswer Refused(Refusal refusal) => new() { Status = refusal.Status, Body = new OutcomeBody(refusal.Issues) };

    /// <summary>Refuses for one reason.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Code of the issue.</param>
    /// <param name="text">A full sentence.</param>
    public static FhirAnswer Refused(int status, string code, string text) => Refused(new Refusal(status, code, text));

    /// <summary>Answers with a resource.</summary>
    /// <param name="body">The resource.</param>
    /// <param name="status">HTTP status.</param>
    public static FhirAnswer Of(AnswerBody body, int status = StatusCodes.Status200OK) => new() { Status = status, Body = body };
}
