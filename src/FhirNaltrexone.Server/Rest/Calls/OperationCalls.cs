using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Calls of operations (FHIR R4, operations).</summary>
internal sealed class OperationCalls(OperationTable table, ContentIntake intake, IOptions<RestOptions> options)
{
    /// <summary>Calls an operation.</summary>
    /// <param name="name">Name without the dollar sign.</param>
    /// <param name="type">Type in the address, or null.</param>
    /// <param name="id">Id in the address, or null.</param>
    /// <param name="http">The HTTP request.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FhirAnswer> CallAsync(
        string name, string? type, string? id, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if ((type is null ? null : Addresses.RefuseType(type)) is { } unknown) return FhirAnswer.Refused(unknown);
        if ((id is null ? null : Addresses.RefuseId(id, StatusCodes.Status404NotFound)) is { } wrong) return FhirAnswer.Refused(wrong);
        if (table.Find(name, type, id) is not { } operation) return FhirAnswer.Refused(NoSuch(name));
        var isGet = !HttpMethods.IsPost(http.Method);
        if (isGet && operation.AffectsState) return ByPostOnly(name);
        var (content, refusal) = isGet ? default : await ReadAsync(operation, http, cancellationToken).ConfigureAwait(false);
        return refusal is not null
            ? FhirAnswer.Refused(refusal)
            : DisclosureNotes.Add(await operation.Handler(Call(type, id, isGet, content, request), cancellationToken).ConfigureAwait(false));
    }

    // An operation without input is called by POST with no body at all, with or without a media type.
    private async ValueTask<(ResourceContent? Content, Refusal? Refusal)> ReadAsync(FhirOperation operation, HttpRequest http, CancellationToken cancellationToken)
        => http.ContentLength is 0 || (http.ContentLength is null && http.ContentType is null) ? default
            : operation.TakesAnyStructure ? await ContentIntake.ReadUncheckedAsync(http, options.Value.MaxBundleBytes, cancellationToken).ConfigureAwait(false)
            : await intake.ReadAsync(http, options.Value.MaxBundleBytes, cancellationToken).ConfigureAwait(false);

    private static OperationCall Call(string? type, string? id, bool isGet, ResourceContent? content, RestRequest request) => new()
    {
        Type = type,
        Id = id,
        IsGet = isGet,
        Query = request.Query,
        Content = content,
        Base = request.Base,
        IsAsync = request.Prefer.IsAsync,
        IsStrict = request.Prefer.IsStrict,
        IsLenient = request.Prefer.IsLenient,
    };

    private static Refusal NoSuch(string name)
        => new(StatusCodes.Status404NotFound, IssueCodes.NotSupported, $"There is no operation ${Addresses.Shown(name)} at this address; /fhir/metadata lists those there are.");

    private static FhirAnswer ByPostOnly(string name)
        => FhirAnswer.Refused(StatusCodes.Status405MethodNotAllowed, IssueCodes.NotSupported, $"${name} changes something: call it by POST.") with
        {
            Headers = [new("Allow", "POST")],
        };
}
