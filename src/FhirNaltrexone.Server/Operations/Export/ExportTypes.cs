using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The types an export has files of.</summary>
internal static class ExportTypes
{
    private const string Patient = "Patient";

    /// <summary>All types of a level: every type, or the members of the compartment of a patient.</summary>
    public static IEnumerable<string> Of(ExportLevel level, SearchParameterSet parameters)
        => level == ExportLevel.System
            ? ResourceTypes.All
            : ResourceTypes.All.Where(type => parameters.CompartmentCodes(Patient, type).Count > 0);

    /// <summary>The types of an export, always in the same order.</summary>
    public static IReadOnlyList<string> Of(ExportRequest request, SearchParameterSet parameters)
    {
        var all = Of(request.Level, parameters);
        return request.Types.Count == 0 ? [.. all] : [.. all.Where(request.Types.Contains)];
    }
}
