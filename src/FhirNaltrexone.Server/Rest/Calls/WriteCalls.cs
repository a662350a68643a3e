using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Answers;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Create, update, patch and delete, also conditional (FHIR R4, http).</summary>
internal sealed class WriteCalls(ResourceInteractions interactions, ContentIntake intake, BinaryIntake binaries, PatchIntake patches, IOptions<RestOptions> options)
{
    private const string IfNoneExist = "If-None-Exist";

    /// <summary>Creates a resource, or with If-None-Exist finds the one there is.</summary>
    public async Task<FhirAnswer> CreateAsync(string type, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Addresses.RefuseType(type) is { } unknown) return FhirAnswer.Refused(unknown);
        var (content, refusal) = await ReadAsync(type, null, http, cancellationToken).ConfigureAwait(false);
        if (content is null) return FhirAnswer.Refused(refusal!);
        if (content.Type != type) return FhirAnswer.Refused(OtherType(type));
        var result = await interactions.CreateAsync(content, Header(http.Headers[IfNoneExist]), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return, isCreate: true);
    }

    /// <summary>Updates a resource, or creates it under this id.</summary>
    public async Task<FhirAnswer> UpdateAsync(string type, string id, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(type, id) is { } wrong) return wrong;
        var (content, refusal) = await ReadAsync(type, id, http, cancellationToken).ConfigureAwait(false);
        if (content is null) return FhirAnswer.Refused(refusal!);
        var result = await interactions.UpdateAsync(new ResourceKey(type, id), content, Conditions(http), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return);
    }

    /// <summary>Updates the resource the criteria in the URL match.</summary>
    public async Task<FhirAnswer> UpdateWhereAsync(string type, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Addresses.RefuseType(type) is { } unknown) return FhirAnswer.Refused(unknown);
        var (content, refusal) = await ReadAsync(type, null, http, cancellationToken).ConfigureAwait(false);
        if (content is null) return FhirAnswer.Refused(refusal!);
        var result = await interactions.UpdateWhereAsync(type, Criteria(request), content, Conditions(http), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return);
    }

    /// <summary>Patches a resource.</summary>
    public async Task<FhirAnswer> PatchAsync(string type, string id, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(type, id) is { } wrong) return wrong;
        var (edit, refusal) = await patches.ReadAsync(http, cancellationToken).ConfigureAwait(false);
        if (edit is null) return FhirAnswer.Refused(refusal!);
        var result = await interactions.PatchAsync(new ResourceKey(type, id), edit, Conditions(http), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return);
    }

    /// <summary>Patches the resource the criteria in the URL match.</summary>
    public async Task<FhirAnswer> PatchWhereAsync(string type, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Addresses.RefuseType(type) is { } unknown) return FhirAnswer.Refused(unknown);
        var (edit, refusal) = await patches.ReadAsync(http, cancellationToken).ConfigureAwait(false);
        if (edit is null) return FhirAnswer.Refused(refusal!);
        var result = await interactions.PatchWhereAsync(type, Criteria(request), edit, Conditions(http), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return);
    }

    /// <summary>Deletes a resource.</summary>
    public async Task<FhirAnswer> DeleteAsync(string type, string id, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(type, id) is { } wrong) return wrong;
        var result = await interactions.DeleteAsync(new ResourceKey(type, id), Conditions(http), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return);
    }

    /// <summary>Deletes what the criteria in the URL match.</summary>
    public async Task<FhirAnswer> DeleteWhereAsync(string type, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Addresses.RefuseType(type) is { } unknown) return FhirAnswer.Refused(unknown);
        var result = await interactions.DeleteWhereAsync(type, Criteria(request), Conditions(http), cancellationToken).ConfigureAwait(false);
        return ChangeAnswer.Change(result, request.Prefer.Return);
    }

    private ValueTask<(ResourceContent? Content, Refusal? Refusal)> ReadAsync(string type, string? id, HttpRequest http, CancellationToken cancellationToken)
        => type == "Binary"
            ? binaries.ReadAsync(http, id, options.Value.MaxBodyBytes, cancellationToken)
            : intake.ReadAsync(http, options.Value.MaxBodyBytes, cancellationToken);

    private static FhirAnswer? Refuse(string type, string id)
        => (Addresses.RefuseType(type) ?? Addresses.RefuseId(id, StatusCodes.Status400BadRequest)) is { } refusal ? FhirAnswer.Refused(refusal) : null;

    private static Refusal OtherType(string type)
        => new(StatusCodes.Status400BadRequest, IssueCodes.Value, $"The address is that of {type}, the resource is of another type.", "resourceType");

    /// <summary>The query of the URL without what concerns the form of the answer.</summary>
    private static string Criteria(RestRequest request)
        => Storage.Search.Requests.QueryText.Write(request.Query.Where(pair => pair.Key is not ("_format" or "_pretty")));

    private static WriteConditions Conditions(HttpRequest http)
        => new() { IfMatch = Header(http.Headers.IfMatch), IfNoneMatch = Header(http.Headers.IfNoneMatch) };

    private static string? Header(StringValues values) => values.Count == 0 ? null : string.Join(", ", values.ToArray());
}
