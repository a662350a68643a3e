using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>An interaction as audit records name it: a code of the value set TypeRestfulInteraction, and one of C, R, U, D, E.</summary>
/// <param name="Code">Code of http://hl7.org/fhir/restful-interaction.</param>
/// <param name="Action">Code of audit-event-action.</param>
/// <param name="Resource">The resource its address names; null when it names none.</param>
internal readonly record struct AuditedInteraction(string Code, char Action, string? Resource = null)
{
    /// <summary>What the service does for itself or later.</summary>
    public static AuditedInteraction Operation { get; } = new("operation", 'E');

    /// <summary>Records are sent to a client that asked to be told: they flow as when they are read.</summary>
    public static AuditedInteraction Sending { get; } = new("operation", 'R');

    /// <summary>Reads an address.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path of the request.</param>
    public static AuditedInteraction Of(string method, string path)
    {
        if (!path.StartsWith(ServerBase.Path, StringComparison.OrdinalIgnoreCase)) return Operation;
        var parts = path[ServerBase.Path.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Exists(parts, part => part[0] is '$' or '_' && part is not ("_history" or "_search"))) return Operation with { Resource = ResourceOf(parts) };
        var isReading = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        return parts switch
        {
            [] => isReading ? new("search-system", 'E') : new("batch", 'E'),
            ["_history"] => new("history-system", 'R'),
            ["_search"] => new("search-system", 'E'),
            [_, "_history"] => new("history-type", 'R'),
            [_, "_search"] => new("search-type", 'E'),
            [_] => isReading ? new("search-type", 'E') : Change(method, null),
            [_, _, "_history"] => new("history-instance", 'R', ResourceOf(parts)),
            [_, _, "_history", _] => new("vread", 'R', ResourceOf(parts)),
            [_, _] => isReading ? new("read", 'R', ResourceOf(parts)) : Change(method, ResourceOf(parts)),
            _ => new("search-type", 'E', ResourceOf(parts)),
        };
    }

    /// <summary>The interaction that made a version.</summary>
    public static AuditedInteraction Of(ResourceChange change) => change switch
    {
        ResourceChange.Create or ResourceChange.CreateAs => new("create", 'C'),
        ResourceChange.Patch => new("patch", 'U'),
        ResourceChange.Delete => new("delete", 'D'),
        _ => new("update", 'U'),
    };

    private static AuditedInteraction Change(string method, string? resource) => method switch
    {
        "POST" => new("create", 'C', resource),
        "PATCH" => new("patch", 'U', resource),
        "DELETE" => new("delete", 'D', resource),
        _ => new("update", 'U', resource),
    };

    private static string? ResourceOf(string[] parts)
        => parts is [var type, var id, ..] && ResourceTypes.Contains(type) && ResourceKey.IsId(id) ? $"{type}/{id}" : null;
}
