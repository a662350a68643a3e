using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>What must be read of a patient besides what rules retrieve: the drafts that stand in for those of a call.</summary>
internal static class HookNeeds
{
    /// <summary>Whole types, whatever their codes: a draft without code is one to be told of.</summary>
    /// <param name="hooks">The hooks; null stands for none.</param>
    public static DataNeeds Of(IEnumerable<string?> hooks) => new(
        [.. hooks.SelectMany(HookSubjects.DraftTypes).Distinct().Select(type => new Knowledge.PrefetchTemplate(type, type, $"{type}?patient={{{{context.patientId}}}}", []))],
        []);
}
