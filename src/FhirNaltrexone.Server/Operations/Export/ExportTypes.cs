using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The types an export has files of.</summary>
internal static class ExportTypes
{
    private const string Patient = "Patient";
    private const string Group = "Group";

    /// <summary>All types of a level: every type, or the members of the compartment of a patient.</summary>
    public static IEnumerable<string> Of(ExportLevel level, SearchParameterSet parameters)
        => level == ExportLevel.System
            ? ResourceTypes.All
            : ResourceTypes.All.Where(type => parameters.CompartmentCodes(Patient, type).Count > 0);

    /// <summary>
    /// An export confined to what the caller may have all of. Without <c>_type</c> it has the types allowed; a type that is named and not allowed
    /// refuses it, and so does an export of patients whose client may not have Patient, or Group for a group.
    /// </summary>
    public static (ExportRequest? Request, Refusal? Refusal) Confine(ExportRequest request, SearchParameterSet parameters, Caller caller)
    {
        if (caller.IsUnrestricted) return (request, null);
        if (caller.Emergency is not null) return (null, new(403, IssueCodes.Forbidden, "An emergency opens the record of a patient, and no export."));
        IEnumerable<string> needed = request.Level switch
        {
            ExportLevel.Patient => request.Types.Append(Patient),
            ExportLevel.Group => request.Types.Append(Patient).Append(Group),
            _ => request.Types,
        };
        string[] types = request.Types.Count > 0 ? [.. request.Types] : [.. Of(request.Level, parameters).Where(caller.MayExport)];
        return types.Length == 0 || needed.FirstOrDefault(type => !caller.MayExport(type)) is not null
            ? (null, new(403, IssueCodes.Forbidden, "An export needs a system scope with r and s, without a query, for each of its types; Subscriptions belong to their clients and are in none."))
            : (request with { Types = types }, null);
    }

    /// <summary>The types of an export, always in the same order.</summary>
    public static IReadOnlyList<string> Of(ExportRequest request, SearchParameterSet parameters)
    {
        var all = Of(request.Level, parameters);
        return request.Types.Count == 0 ? [.. all] : [.. all.Where(request.Types.Contains)];
    }
}
