using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Calls;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Capability;

/// <summary>The CapabilityStatement.</summary>
internal sealed class CapabilityDocument(
    SearchParameterSet parameters,
    OperationTable operations,
    IEnumerable<TypeExtension> extensions,
    IEnumerable<SecurityAddresses> security,
    IOptions<RestOptions> rest,
    IOptions<InteractionOptions> interactions,
    IOptions<CorsOptions> cors,
    TimeProvider clock)
{
    private volatile Written? _last;

    /// <summary>Answers <c>/metadata</c>.</summary>
    /// <param name="request">The request.</param>
    public FhirAnswer Answer(RestRequest request)
        => request.Query.LastOrDefault(pair => pair.Key == "mode").Value is null or "" or "full" or "normative"
            ? FhirAnswer.Of(new ResourceBody(Json(request.Base)))
            : FhirAnswer.Refused(StatusCodes.Status400BadRequest, IssueCodes.NotSupported, "mode must be full or normative.");

    /// <summary>Nearly all clients know the server by one address: what was written for the last one is kept.</summary>
    private ReadOnlyMemory<byte> Json(string address)
    {
        if (_last is { } last && last.Base == address) return last.Json;
        var writer = new CapabilityWriter(parameters, operations, [.. extensions], rest.Value, interactions.Value);
        var addresses = security.Select(one => one.Of(address)).FirstOrDefault(found => found is not null);
        var json = writer.Write(clock.GetUtcNow(), addresses, cors.Value.GetPolicy(FhirCors.Policy) is { Origins.Count: > 0 });
        _last = new(address, json);
        return json;
    }

    private sealed record Written(string Base, ReadOnlyMemory<byte> Json);
}
