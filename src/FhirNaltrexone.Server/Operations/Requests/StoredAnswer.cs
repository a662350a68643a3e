namespace FhirNaltrexone.Server.Operations.Requests;

/// <summary>What a request was answered with; the body lies in a file.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Location, ETag and Last-Modified, as far as there are any.</param>
/// <param name="HasBody">Whether there is a body.</param>
internal sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, bool HasBody);
