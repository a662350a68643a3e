using System.Text.RegularExpressions;

namespace FhirNaltrexone.ValidatorSuite;

/// <summary>The reference validator adds types and comments to its paths; what is left is the subset of FHIRPath that OperationOutcome allows.</summary>
internal static partial class PlainPath
{
    public static string Of(string expression) => Additions().Replace(expression, "").TrimEnd('.');

    [GeneratedRegex(@"\.ofType\([^)]*\)|/\*.*?\*/")]
    private static partial Regex Additions();
}
