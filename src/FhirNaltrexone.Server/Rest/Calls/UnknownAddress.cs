using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Answers addresses and methods that mean nothing: 405 with what the address does answer, else 404.</summary>
internal static class UnknownAddress
{
    private const string Reads = "GET, HEAD";

    /// <summary>The answer.</summary>
    /// <param name="path">Path behind the base.</param>
    /// <param name="method">HTTP method.</param>
    public static FhirAnswer Answer(string path, string method)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (Allowed(parts) is { } allowed && !allowed.Split(", ").Contains(method))
        {
            return FhirAnswer.Refused(StatusCodes.Status405MethodNotAllowed, IssueCodes.NotSupported, $"This address answers {allowed} only.") with
            {
                Headers = [new("Allow", allowed)],
            };
        }

        if (parts is [var type, ..] && Addresses.RefuseType(type) is { } unknown) return FhirAnswer.Refused(unknown);
        return FhirAnswer.Refused(StatusCodes.Status404NotFound, IssueCodes.NotFound, "FHIR R4 has no interaction at this address; /fhir/metadata tells what there is.");
    }

    private static string? Allowed(string[] parts) => parts switch
    {
        [] => $"{Reads}, POST",
        ["metadata" or "_history"] => Reads,
        ["_search"] => "POST",
        [var name] when name.StartsWith('$') => $"{Reads}, POST",
        [var type, ..] when !ResourceTypes.Contains(type) => null,
        [_] => $"{Reads}, POST, PUT, PATCH, DELETE",
        [_, "_history"] => Reads,
        [_, "_search"] => "POST",
        [.., var name] when name.StartsWith('$') => $"{Reads}, POST",
        [_, _] => $"{Reads}, PUT, PATCH, DELETE",
        [_, _, "_history", _] or [_, _, _] => Reads,
        [_, _, _, "_search"] => "POST",
        _ => null,
    };
}
