using System.Text.Json;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Tests.Search.Parameters;

public class SearchParameterSetTests
{
    private static readonly SearchParameterSet Core = SearchParameterSet.Core;

    [Fact]
    public void Holds_the_parameters_of_R4_and_the_four_of_Resource_for_every_type()
    {
        // 1,697 rows of types in the SDK (one more, _text, belongs to no concrete type) and 4 for each of 146 types.
        Assert.Equal(1697 + (4 * 146), Core.All.Count);
        Assert.All(ResourceTypes.All, type => Assert.True(Core.TryGet(type, "_tag", out _), type));
    }

    [Fact]
    public void No_two_names_have_one_key() => Assert.Null(Core.Collision());

    [Fact]
    public void Keys_are_those_of_the_names() => Assert.Equal(Core.Names().Select(ParameterKey.Of), Core.Keys());

    [Fact]
    public void Keeps_only_the_branches_of_the_own_type()
    {
        Assert.True(Core.TryGet("Observation", "patient", out var patient));
        Assert.True(Core.TryGet("AllergyIntolerance", "date", out var date));
        Assert.True(Core.TryGet("InsurancePlan", "name", out var name));

        Assert.Equal("Observation.subject.where(resolve() is Patient)", patient.Expression);
        Assert.Equal("AllergyIntolerance.recordedDate", date.Expression);
        Assert.Equal("name | alias", name.Expression);
    }

    [Fact]
    public void No_parameter_is_left_without_an_expression()
        => Assert.All(Core.All, parameter => Assert.NotEqual("", parameter.Expression));

    [Fact]
    public void Names_the_targets_of_references_and_none_where_any_type_may_be_meant()
    {
        Assert.True(Core.TryGet("Observation", "subject", out var subject));
        Assert.True(Core.TryGet("List", "item", out var item));

        Assert.Equal(["Device", "Group", "Location", "Patient"], subject.Targets.Order());
        Assert.Empty(item.Targets);
    }

    [Fact]
    public void Resolves_the_parts_of_composites()
    {
        Assert.True(Core.TryGet("Observation", "code-value-quantity", out var parameter));

        Assert.Equal(
            [
                new SearchParameterComponent(SearchParameterType.Token, "code", ParameterKey.Of("Observation/code-value-quantity$0")),
                new SearchParameterComponent(SearchParameterType.Quantity, "value.as(Quantity)", ParameterKey.Of("Observation/code-value-quantity$1")),
            ],
            parameter.Components);
    }

    [Fact]
    public void Takes_the_kinds_of_the_parts_of_a_document_relationship_from_their_expressions()
    {
        Assert.True(Core.TryGet("DocumentReference", "relationship", out var parameter));

        Assert.Equal([SearchParameterType.Token, SearchParameterType.Reference], parameter.Components.Select(part => part.Type));
    }

    [Theory]
    [InlineData("Patient", "Observation", "subject,performer")]
    [InlineData("Patient", "Patient", "{def},link")]
    [InlineData("Encounter", "Encounter", "{def}")]
    [InlineData("Device", "Device", "{def}")]
    [InlineData("Patient", "Organization", "")]
    [InlineData("Organization", "Observation", "")]
    public void Knows_what_makes_membership_of_a_compartment(string compartment, string type, string codes)
        => Assert.Equal(codes, string.Join(',', Core.CompartmentCodes(compartment, type)));

    [Fact]
    public void Every_code_of_a_compartment_is_a_reference_parameter()
    {
        var compartments = new[] { "Patient", "Encounter", "RelatedPerson", "Practitioner", "Device" };

        Assert.All(compartments, compartment => Assert.True(Core.IsCompartment(compartment)));
        var codes = from compartment in compartments
                    from type in ResourceTypes.All
                    from code in Core.CompartmentCodes(compartment, type)
                    where code != "{def}"
                    select (type, code);
        Assert.Equal(49 + 25 - 1 + 100 + 88 - 1 + 40 - 1, codes.Count());
        Assert.All(codes, one => Assert.True(Core.TryGet(one.type, one.code, out var found) && found.Type == SearchParameterType.Reference, one.ToString()));
    }

    [Fact]
    public void Takes_parameters_of_our_own()
    {
        var set = Core.With([Own("""{"code":"urgent-by","base":["Task","ServiceRequest"],"type":"date","expression":"Task.restriction.period | ServiceRequest.occurrence"}""")]);

        Assert.True(set.TryGet("Task", "urgent-by", out var task));
        Assert.Equal("Task.restriction.period", task.Expression);
        Assert.True(set.TryGet("ServiceRequest", "urgent-by", out _));
        Assert.False(Core.TryGet("Task", "urgent-by", out _));
        Assert.Equal(Core.All.Count + 2, set.All.Count);
    }

    [Theory]
    [InlineData("""{"code":"x","base":["Banana"],"type":"date","expression":"Banana.date"}""")]
    [InlineData("""{"code":"gender","base":["Patient"],"type":"token","expression":"Patient.gender"}""")]
    [InlineData("""{"code":"a b","base":["Patient"],"type":"token","expression":"Patient.gender"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"token","expression":"Observation.status"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"special","expression":"Patient.gender"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"reference","expression":"Patient.link.other","target":["Banana"]}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"token","expression":"Patient.banana"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"token","expression":"Patient.gender.matches('a')"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"token","expression":"Patient.gender +"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"quantity","expression":"Patient.gender"}""")]
    [InlineData("""{"code":"x","base":["Patient"],"type":"composite","expression":"Patient"}""")]
    public void Refuses_parameters_it_cannot_use(string definition)
    {
        var error = Assert.Throws<StorageException>(() => Core.With([Own(definition)]));

        Assert.Equal(StorageErrorCode.ParameterRefused, error.Code);
    }

    private static JsonElement Own(string definition)
        => JsonDocument.Parse($$"""{"resourceType":"SearchParameter","url":"https://example.org/SearchParameter/x",{{definition[1..]}}""").RootElement;
}
