using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// What no consent decides about: unlabelled patients, and what belongs to no patient. Chains of searches pass through it alone; for any other record
/// the database cannot tell whether it may be shown, and a chain would.
/// </summary>
internal static class OpenRecords
{
    private static readonly string[] Types = [.. SharedTypes.All, "Patient"];

    private static readonly TokenValue[] Protecting =
        [new(null, Protection.Act), new(null, Protection.Laws), new("r", Protection.Confidentiality), new("v", Protection.Confidentiality)];

    /// <summary>What such resources are like.</summary>
    public static SearchExpression Condition { get; } = new AllOf(
        [new TypeIs(Types), new Not(new HasEntry([.. Types.Select(type => ParameterKey.Of(type, "_security"))], new TokenTest(Protecting)))]);
}
