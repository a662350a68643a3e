using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Why bundles and entries are refused.</summary>
internal static class BundleRefusals
{
    public static Refusal WrongType { get; } = new(400, IssueCodes.Value, "Send a Bundle of type batch or transaction.", "Bundle.type");

    public static Refusal TooMany(int limit) => new(413, IssueCodes.TooLong, $"A bundle may have {limit} entries at most.", "Bundle.entry");

    public static Refusal TooManyRows(int limit)
        => new(413, IssueCodes.TooCostly, $"The resources of the transaction give more than {limit} index rows: send them in several bundles.");

    public static Refusal TooMuch { get; } = new(413, IssueCodes.TooCostly, "What the entries before this one read is as much as one bundle may answer: send it in another one.");

    public static Refusal TooSlow(int seconds)
        => new(503, IssueCodes.TooCostly, $"The bundle took longer than {seconds} seconds and was given up; send smaller ones.");

    /// <summary>The refusal of an entry as the refusal of its bundle: each issue names the entry.</summary>
    /// <param name="refusal">Why the entry fails.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="part">Part of the entry that is to blame, unless an issue tells better.</param>
    public static Refusal In(this Refusal refusal, BundleEntry entry, string part)
        => refusal with { Issues = [.. refusal.Issues.Select(issue => issue with { Expression = Place(issue.Expression, entry, part) })] };

    public static Refusal UrlNotUnderstood(string at)
        => new(400, IssueCodes.Value, "The url of the request means nothing to this server: send it relative to the base.", at);

    public static Refusal MethodNotPossible(string at)
        => new(400, IssueCodes.NotSupported, "The method of the request is not possible for its url.", at);

    public static Refusal Nested(string at) => new(400, IssueCodes.NotSupported, "A bundle within a bundle is not processed.", at);

    public static Refusal NoResource(string at) => new(400, IssueCodes.Required, "The entry needs a resource.", at);

    public static Refusal Twice(BundleEntry first, BundleEntry second, ResourceKey key) => new(
        400,
        IssueCodes.Duplicate,
        $"Entries {first.Index} and {second.Index} both concern the same {key.Type}; a transaction may do so once.",
        second.At("request"));

    public static Refusal SameCriteria(BundleEntry first, BundleEntry second) => new(
        400,
        IssueCodes.Duplicate,
        $"Entries {first.Index} and {second.Index} would create different resources under the same condition.",
        second.At(second.Method == EntryMethod.Post ? "request.ifNoneExist" : "request.url"));

    public static Refusal SameUrl(BundleEntry first, BundleEntry second)
        => new(400, IssueCodes.Duplicate, $"Entries {first.Index} and {second.Index} have the same fullUrl.", second.At("fullUrl"));

    public static Refusal NoReference(string type)
        => new(412, IssueCodes.NotFound, $"A conditional reference matches no resource of type {type}.");

    public static Refusal SeveralReferences(string type)
        => new(412, IssueCodes.MultipleMatches, $"A conditional reference matches several resources of type {type}.");

    public static Refusal Circle { get; } = new(
        412, IssueCodes.Processing, "Conditional or versioned references of entries wait for one another in a circle, or match nothing.");

    public static Refusal Entangled { get; } = new(
        400, IssueCodes.BusinessRule, "The resource refers to one that another entry creates; in a batch entries must not depend on one another.");

    public static Refusal NoHandler { get; } = new(400, IssueCodes.NotSupported, "This server does not do this within a bundle.");

    private static string Place(string? expression, BundleEntry entry, string part)
    {
        if (expression is null || entry.Content is not { } content) return entry.At(part);
        return expression.StartsWith($"{content.Type}.", StringComparison.Ordinal)
            ? entry.At($"resource{expression[content.Type.Length..]}")
            : entry.At(part);
    }
}
