namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>A request and its answer.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Absolute URL.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Response">What came back.</param>
internal sealed record Exchange(string Method, string Url, Document Request, int Status, Document Response);
