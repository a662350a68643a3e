using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>The refusals that several interactions share.</summary>
internal static class Refusals
{
    public static Refusal NotFound(ResourceKey key) => new(404, IssueCodes.NotFound, $"There is no {key.Type} with this id.");

    public static Refusal Gone(ResourceKey key) => new(410, IssueCodes.Deleted, $"This {key.Type} was deleted.");

    public static Refusal BadTags(string header)
        => new(400, IssueCodes.Value, $"{header} must be *, or entity tags such as W/\"3\" with commas between them.");

    public static Refusal WrongVersion(ResourceVersion? current) => new(
        412,
        IssueCodes.Conflict,
        current is { IsDeleted: false } ? $"The current version is {current.Version}, not the one that If-Match names." : "If-Match names a version, but there is no current one.");

    public static Refusal Exists { get; } = new(412, IssueCodes.Duplicate, "The resource exists already, and If-None-Match forbids to replace it.");

    public static Refusal IfMatchMissing { get; } = new(400, IssueCodes.Required, "This server changes a resource only when If-Match names its version.");

    public static Refusal SeveralMatch(string type)
        => new(412, IssueCodes.MultipleMatches, $"The criteria match several resources of type {type}; they must match one at most.");

    public static Refusal Overtaken { get; } = new(409, IssueCodes.Conflict, "Another change of the same resource came first; read it again and repeat.");

    public static Refusal IdMissing { get; } = new(400, IssueCodes.Required, "The resource must have the id that the URL names.");

    public static Refusal IdDiffers { get; } = new(400, IssueCodes.Value, "The id of the resource is not the one that is updated.");

    public static Refusal TypeDiffers(string expected)
        => new(400, IssueCodes.Value, $"The URL is one of {expected}, but the resource is of another type.");

    public static Refusal CreateNotAllowed { get; } = new(405, IssueCodes.NotSupported, "This server chooses the ids of new resources: create them with POST.");

    public static Refusal IdTaken { get; } = new(409, IssueCodes.Conflict, "The id of the resource belongs to another one that does not match the criteria.");

    public static Refusal Published(ResourceKey key) => new(
        403, IssueCodes.Forbidden, $"{key} is content of this service: it can be read, but not changed or deleted. Store a copy under another id instead.");

    public static Refusal Asking { get; } = new(
        403,
        IssueCodes.Forbidden,
        "A patch that asks what is there (test, or a FHIRPath with conditions) is for those who may read all that they may change: it needs a scope with r.");

    public static Refusal NoMatch(string type) => new(404, IssueCodes.NotFound, $"No resource of type {type} matches the criteria.");

    public static Refusal TooManyMatch(int limit)
        => new(412, IssueCodes.TooCostly, $"The criteria match more than {limit} resources, the most that one request deletes.");
}
