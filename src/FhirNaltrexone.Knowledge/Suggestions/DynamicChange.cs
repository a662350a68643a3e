using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>An element of a suggested resource whose value comes from a define.</summary>
internal sealed record DynamicChange(ElementPath Path, CqlDefine Define)
{
    /// <summary>The changes with their values; null when one of them has none, for then the step cannot be taken as meant.</summary>
    public static List<ElementChange>? Resolve(DynamicChange[] changes, RuleCall call)
    {
        var resolved = new List<ElementChange>(changes.Length + 1);
        foreach (var change in changes)
        {
            if (ElementValue.Writer(call.Evaluate(change.Define)) is not { } writer)
            {
                return null;
            }

            resolved.Add(new ElementChange(change.Path, writer));
        }

        return resolved;
    }
}
