using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Calls;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Capability;

/// <summary>The CapabilityStatement, made once.</summary>
internal sealed class CapabilityDocument(
    SearchParameterSet parameters,
    OperationTable operations,
    IEnumerable<TypeExtension> extensions,
    IOptions<RestOptions> rest,
    IOptions<InteractionOptions> interactions,
    TimeProvider clock)
{
    private readonly Lazy<ReadOnlyMemory<byte>> _json = new(
        () => new CapabilityWriter(parameters, operations, [.. extensions], rest.Value, interactions.Value).Write(clock.GetUtcNow()));

    /// <summary>Answers <c>/metadata</c>.</summary>
    /// <param name="request">The request.</param>
    public FhirAnswer Answer(RestRequest request)
        => request.Query.LastOrDefault(pair => pair.Key == "mode").Value is null or "" or "full" or "normative"
            ? FhirAnswer.Of(new ResourceBody(_json.Value))
            : FhirAnswer.Refused(StatusCodes.Status400BadRequest, IssueCodes.NotSupported, "mode must be full or normative.");
}
