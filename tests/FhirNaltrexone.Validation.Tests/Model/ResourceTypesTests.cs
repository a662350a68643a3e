using FhirNaltrexone.Validation.Model;
using Hl7.Fhir.Model;

namespace FhirNaltrexone.Validation.Tests.Model;

public sealed class ResourceTypesTests
{
    [Fact]
    public void Are_the_146_types_of_the_reference_implementation()
        => Assert.Equal(ModelInfo.SupportedResources.Order(StringComparer.Ordinal), ResourceTypes.All);

    [Fact]
    public void Number_and_name_are_inverse_and_start_at_one()
        => Assert.Equal(Enumerable.Range(1, 146), ResourceTypes.All.Select(type => (int)ResourceTypes.Number(type)).Order());
}
