using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>Leaves findings away.</summary>
internal static class Remaining
{
    /// <summary>The findings that are not hidden, in their order; the same list when none is.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="isHidden">Whether one is left away; asked once for each.</param>
    /// <param name="told">Told of each that is.</param>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings, Func<Finding, bool> isHidden, Action<Finding> told)
    {
        List<Finding>? shown = null;
        for (var i = 0; i < findings.Count; i++)
        {
            if (isHidden(findings[i]))
            {
                shown ??= [.. findings.Take(i)];
                told(findings[i]);
            }
            else
            {
                shown?.Add(findings[i]);
            }
        }

        return shown ?? findings;
    }
}
