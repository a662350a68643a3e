using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Outcomes;

/// <summary>Answers errors as a FHIR R4 OperationOutcome.</summary>
internal static class OperationOutcomes
{
    /// <summary>Media type of FHIR resources in JSON.</summary>
    public const string MediaType = "application/fhir+json; charset=utf-8";

    /// <summary>Ends a response with the refusal.</summary>
    public static Task WriteAsync(HttpResponse response, Refusal refusal, CancellationToken cancellationToken)
    {
        var body = OperationOutcomeJson.Write(refusal.Issues);
        response.StatusCode = refusal.Status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, cancellationToken).AsTask();
    }
}
