using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>The URL of an entry's request, relative to the base of the server.</summary>
public sealed record EntryUrl
{
    private const string Anything = "*";

    /// <summary>What is meant.</summary>
    public required EntryTarget Target { get; init; }

    /// <summary>Resource type; that of the compartment for <see cref="EntryTarget.Compartment"/>; null for the system.</summary>
    public string? Type { get; init; }

    /// <summary>Logical id; null when no resource is meant.</summary>
    public string? Id { get; init; }

    /// <summary>Version id; null when no version is meant.</summary>
    public string? Version { get; init; }

    /// <summary>Type searched within a compartment; null for all of them.</summary>
    public string? MemberType { get; init; }

    /// <summary>Name of the operation without its dollar sign, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>What stands behind the question mark; null when there is none.</summary>
    public string? Query { get; init; }

    /// <summary>The resource meant, if one is.</summary>
    internal ResourceKey? Key => Type is { } type && Id is { } id ? new ResourceKey(type, id) : null;

    /// <summary>Reads a URL. A slash before it, or the whole URL below one of the server's own bases, is taken too.</summary>
    /// <param name="text">Value of Bundle.entry.request.url.</param>
    /// <param name="bases">Base URLs of the server.</param>
    /// <param name="url">What it means.</param>
    /// <returns>Whether it means anything here.</returns>
    public static bool TryRead(string text, IReadOnlyList<string> bases, [NotNullWhen(true)] out EntryUrl? url)
    {
        var relative = OwnBase.Behind(text, bases) ?? text;
        var mark = relative.IndexOf('?', StringComparison.Ordinal);
        var path = (mark < 0 ? relative : relative[..mark]).Trim('/');
        var query = mark < 0 ? null : relative[(mark + 1)..];
        url = path.Contains(':', StringComparison.Ordinal) ? null : Read(path);
        if (url?.Type is { } type && !ResourceTypes.Contains(type)) url = null;
        if (url?.Id is { } id && !ResourceKey.IsId(id)) url = null;
        if (url?.MemberType is { } member && !ResourceTypes.Contains(member)) url = null;
        url = url is null ? null : url with { Path = path, Query = query };
        return url is not null;
    }

    private static EntryUrl? Read(string path) => path.Split('/') switch
    {
        [""] => Of(EntryTarget.System),
        ["metadata"] => Of(EntryTarget.Metadata),
        ["_history"] => Of(EntryTarget.History),
        ["_search"] => Of(EntryTarget.Search),
        [['$', .. var name]] => Of(EntryTarget.Operation) with { Operation = name },
        [var type] => Of(EntryTarget.Type, type),
        [var type, "_history"] => Of(EntryTarget.History, type),
        [var type, "_search"] => Of(EntryTarget.Search, type),
        [var type, ['$', .. var name]] => Of(EntryTarget.Operation, type) with { Operation = name },
        [var type, var id] => Of(EntryTarget.Instance, type, id),
        [var type, var id, "_history"] => Of(EntryTarget.History, type, id),
        [var type, var id, "_history", var version] => Of(EntryTarget.Version, type, id) with { Version = version },
        [var type, var id, "_history", var version, ['$', .. var name]] => Of(EntryTarget.Operation, type, id) with { Operation = name, Version = version },
        [var type, var id, ['$', .. var name]] => Of(EntryTarget.Operation, type, id) with { Operation = name },
        [var type, var id, Anything] => Of(EntryTarget.Compartment, type, id),
        [var type, var id, var member] => Of(EntryTarget.Compartment, type, id) with { MemberType = member },
        [var type, var id, Anything, "_search"] => Of(EntryTarget.Search, type, id),
        [var type, var id, var member, "_search"] => Of(EntryTarget.Search, type, id) with { MemberType = member },
        _ => null,
    };

    private static EntryUrl Of(EntryTarget target, string? type = null, string? id = null)
        => new() { Target = target, Type = type, Id = id, Path = "" };
}
