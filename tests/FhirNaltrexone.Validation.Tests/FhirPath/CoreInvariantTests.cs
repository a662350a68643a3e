using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>The invariants of FHIR R4 itself.</summary>
public sealed class CoreInvariantTests
{
    [Fact]
    public void All_201_different_expressions_compile()
    {
        var expressions = CoreInvariants.All.Select(invariant => invariant.Expression).Distinct().ToList();

        Assert.Equal(201, expressions.Count);
        Assert.All(expressions, expression => Assert.True(FhirPathExpression.TryParse(expression, null, out _, out var error), $"{expression}: {error}"));
    }
}
