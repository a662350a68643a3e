using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Patching;

namespace FhirNaltrexone.Storage.Tests.Interactions.Patching;

public sealed class FhirPathPatchTests
{
    private const string Person =
        """{"resourceType":"Patient","id":"1","name":[{"use":"official","family":"A","given":["a","b"]},{"use":"usual","given":["c"]}],"gender":"male","birthDate":"1970-01-01","_birthDate":{"extension":[{"url":"urn:t","valueString":"x"}]},"contact":[{"name":{"text":"N"},"gender":"male"}]}""";

    private static readonly InteractionOptions Options = new() { MaxPatchOperations = 20 };

    [Fact]
    public void A_primitive_is_replaced_with_all_that_belongs_to_it()
    {
        var patched = Patch(Person, Operation("replace", "Patient.birthDate", """{"name":"value","valueDate":"1980-02-02"}"""));

        Assert.Equal("1980-02-02", patched.GetProperty("birthDate").GetString());
        Assert.False(patched.TryGetProperty("_birthDate", out _));
    }

    [Theory]
    [InlineData("Patient.contact[0].gender")]
    [InlineData("Patient.contact.gender")]
    [InlineData("contact.where(name.text = 'N').gender")]
    [InlineData("Patient.contact.first().gender")]
    public void Paths_lead_to_nested_elements(string path)
    {
        var patched = Patch(Person, Operation("replace", path, """{"name":"value","valueCode":"female"}"""));

        Assert.Equal("female", patched.GetProperty("contact")[0].GetProperty("gender").GetString());
        Assert.Equal("male", patched.GetProperty("gender").GetString());
    }

    [Fact]
    public void An_element_is_deleted()
    {
        var patched = Patch(Person, Operation("delete", "Patient.birthDate"));

        Assert.False(patched.TryGetProperty("birthDate", out _));
        Assert.False(patched.TryGetProperty("_birthDate", out _));
    }

    [Fact]
    public void What_deletions_leave_empty_goes_too()
    {
        var patched = Patch(Person, Operation("delete", "Patient.contact[0].name.text"), Operation("delete", "Patient.name[1].given[0]"));

        Assert.Equal("""[{"gender":"male"}]""", patched.GetProperty("contact").GetRawText());
        Assert.Equal("""{"use":"usual"}""", patched.GetProperty("name")[1].GetRawText());
    }

    [Fact]
    public void Deleting_what_is_not_there_is_no_error()
        => Assert.Equal(Person, Text(Person, Operation("delete", "Patient.photo")));

    [Fact]
    public void Only_one_element_is_deleted_at_a_time()
        => Assert.Equal(422, Status(Person, Operation("delete", "Patient.name")));

    [Fact]
    public void A_primitive_is_added()
    {
        var patched = Patch(Person, Operation("add", "Patient", """{"name":"name","valueString":"active"},{"name":"value","valueBoolean":true}"""));

        Assert.True(patched.GetProperty("active").GetBoolean());
    }

    [Fact]
    public void A_complex_value_is_added_to_the_end_of_a_list_or_begins_it()
    {
        var patched = Patch(
            Person,
            Operation("add", "Patient", """{"name":"name","valueString":"name"},{"name":"value","valueHumanName":{"family":"Z"}}"""),
            Operation("add", "Patient", """{"name":"name","valueString":"identifier"},{"name":"value","valueIdentifier":{"value":"7"}}"""),
            Operation("add", "Patient.name[0]", """{"name":"name","valueString":"given"},{"name":"value","valueString":"z"}"""));

        Assert.Equal("Z", patched.GetProperty("name")[2].GetProperty("family").GetString());
        Assert.Equal("7", patched.GetProperty("identifier")[0].GetProperty("value").GetString());
        Assert.Equal("""["a","b","z"]""", patched.GetProperty("name")[0].GetProperty("given").GetRawText());
    }

    [Fact]
    public void An_element_without_data_type_is_built_of_parts()
    {
        var patched = Patch(Person, Operation(
            "add", "Patient", """{"name":"name","valueString":"contact"},{"name":"value","part":[{"name":"name","valueHumanName":{"text":"M"}},{"name":"telecom","valueContactPoint":{"value":"1"}},{"name":"telecom","valueContactPoint":{"value":"2"}}]}"""));

        Assert.Equal("""{"name":{"text":"M"},"telecom":[{"value":"1"},{"value":"2"}]}""", patched.GetProperty("contact")[1].GetRawText());
    }

    [Fact]
    public void What_does_not_repeat_is_not_added_twice()
    {
        Assert.Equal(422, Status(Person, Operation("add", "Patient", """{"name":"name","valueString":"gender"},{"name":"value","valueCode":"male"}""")));
        Assert.Equal(422, Status(
            """{"resourceType":"Patient","deceasedBoolean":false}""",
            Operation("add", "Patient", """{"name":"name","valueString":"deceased"},{"name":"value","valueDateTime":"2020"}""")));
    }

    [Fact]
    public void A_choice_element_takes_the_type_of_the_value()
    {
        const string Before = """{"resourceType":"Observation","status":"final","valueQuantity":{"value":1.0},"component":[{"code":{"text":"c"}}]}""";

        var patched = Patch(
            Before,
            Operation("replace", "Observation.value", """{"name":"value","valueString":"text"}"""),
            Operation("add", "Observation.component[0]", """{"name":"name","valueString":"value"},{"name":"value","valueQuantity":{"value":2.50}}"""));

        Assert.False(patched.TryGetProperty("valueQuantity", out _));
        Assert.Equal("text", patched.GetProperty("valueString").GetString());
        Assert.Equal("2.50", patched.GetProperty("component")[0].GetProperty("valueQuantity").GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData(0, """["x","a","b"]""")]
    [InlineData(1, """["a","x","b"]""")]
    [InlineData(2, """["a","b","x"]""")]
    public void A_value_is_inserted_into_a_list(int index, string given)
    {
        var patched = Patch(Person, Operation(
            "insert", "Patient.name[0].given", $$"""{"name":"index","valueInteger":{{index}}},{"name":"value","valueString":"x"}"""));

        Assert.Equal(given, patched.GetProperty("name")[0].GetProperty("given").GetRawText());
    }

    [Theory]
    [InlineData(3), InlineData(-1)]
    public void Nothing_is_inserted_outside_a_list(int index)
        => Assert.Equal(422, Status(Person, Operation(
            "insert", "Patient.name[0].given", $$"""{"name":"index","valueInteger":{{index}}},{"name":"value","valueString":"x"}""")));

    [Theory]
    [InlineData(0, 3, "[2,3,4,1]")]
    [InlineData(3, 0, "[4,1,2,3]")]
    [InlineData(1, 2, "[1,3,2,4]")]
    [InlineData(2, 2, "[1,2,3,4]")]
    public void An_element_is_moved_within_its_list(int source, int destination, string order)
    {
        const string Before = """{"resourceType":"Patient","identifier":[{"value":"1"},{"value":"2"},{"value":"3"},{"value":"4"}]}""";

        var patched = Patch(Before, Operation(
            "move", "Patient.identifier", $$"""{"name":"source","valueInteger":{{source}}},{"name":"destination","valueInteger":{{destination}}}"""));

        Assert.Equal(order, $"[{string.Join(',', patched.GetProperty("identifier").EnumerateArray().Select(item => item.GetProperty("value").GetString()))}]");
    }

    [Fact]
    public void Extensions_of_primitives_stay_with_their_values_in_lists()
    {
        const string Before =
            """{"resourceType":"Patient","name":[{"given":["a",null,"c"],"_given":[null,{"extension":[{"url":"urn:b","valueCode":"b"}]}]}]}""";

        var moved = Patch(Before, Operation("move", "Patient.name.given", """{"name":"source","valueInteger":1},{"name":"destination","valueInteger":2}"""));
        var removed = Patch(Before, Operation("delete", "Patient.name.given[0]"));

        Assert.Equal("""["a","c",null]""", moved.GetProperty("name")[0].GetProperty("given").GetRawText());
        Assert.Equal("""[null,null,{"extension":[{"url":"urn:b","valueCode":"b"}]}]""", moved.GetProperty("name")[0].GetProperty("_given").GetRawText());
        Assert.Equal("""[null,"c"]""", removed.GetProperty("name")[0].GetProperty("given").GetRawText());
        Assert.Equal("""[{"extension":[{"url":"urn:b","valueCode":"b"}]}]""", removed.GetProperty("name")[0].GetProperty("_given").GetRawText());
    }

    [Fact]
    public void A_primitive_gets_an_extension()
    {
        var patched = Patch(
            Person,
            Operation("add", "Patient.gender", """{"name":"name","valueString":"extension"},{"name":"value","valueExtension":{"url":"urn:g","valueCode":"x"}}"""),
            Operation("replace", "Patient.birthDate.extension('urn:t').value", """{"name":"value","valueString":"y"}"""));

        Assert.Equal("""{"extension":[{"url":"urn:g","valueCode":"x"}]}""", patched.GetProperty("_gender").GetRawText());
        Assert.Equal("y", patched.GetProperty("_birthDate").GetProperty("extension")[0].GetProperty("valueString").GetString());
        Assert.Equal("1970-01-01", patched.GetProperty("birthDate").GetString());
    }

    [Fact]
    public void Each_operation_sees_what_those_before_have_done()
    {
        var patched = Patch(
            Person,
            Operation("add", "Patient", """{"name":"name","valueString":"maritalStatus"},{"name":"value","valueCodeableConcept":{"text":"M"}}"""),
            Operation("replace", "Patient.maritalStatus.text", """{"name":"value","valueString":"N"}"""));

        Assert.Equal("N", patched.GetProperty("maritalStatus").GetProperty("text").GetString());
    }

    [Fact]
    public void What_is_not_touched_stays_as_it_was()
    {
        const string Before = """{"resourceType":"Observation","id":"1","status":"final","valueQuantity":{"value":1.500,"unit":"mg"},"issued":"2024-01-01T00:00:00.000Z"}""";

        Assert.Equal(
            Before.Replace("final", "amended", StringComparison.Ordinal),
            Text(Before, Operation("replace", "Observation.status", """{"name":"value","valueCode":"amended"}""")));
    }

    [Theory]
    [InlineData("add", "Patient.photo", """{"name":"name","valueString":"title"},{"name":"value","valueString":"x"}""")]
    [InlineData("add", "Patient.name", """{"name":"name","valueString":"text"},{"name":"value","valueString":"x"}""")]
    [InlineData("add", "Patient", """{"name":"name","valueString":"nonsense"},{"name":"value","valueString":"x"}""")]
    [InlineData("add", "'x'", """{"name":"name","valueString":"text"},{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient", """{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient.photo", """{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient.name.given", """{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient.name.count()", """{"name":"value","valueInteger":1}""")]
    [InlineData("delete", "Patient", "")]
    [InlineData("insert", "Patient.photo", """{"name":"index","valueInteger":0},{"name":"value","valueAttachment":{"title":"x"}}""")]
    [InlineData("insert", "Patient.gender", """{"name":"index","valueInteger":0},{"name":"value","valueCode":"x"}""")]
    [InlineData("insert", "Patient.name.given", """{"name":"index","valueInteger":0},{"name":"value","valueString":"x"}""")]
    [InlineData("move", "Patient.name", """{"name":"source","valueInteger":2},{"name":"destination","valueInteger":0}""")]
    [InlineData("move", "Patient.name", """{"name":"source","valueInteger":0},{"name":"destination","valueInteger":2}""")]
    [InlineData("delete", "Patient.name.single()", "")]
    public void An_operation_that_does_not_fit_fails_with_422(string type, string path, string parts)
        => Assert.Equal(422, Status(Person, Operation(type, path, parts)));

    [Theory]
    [InlineData("""{"name":"other"}""")]
    [InlineData("""{"name":"operation"}""")]
    [InlineData("""{"name":"operation","part":[{"name":"type","valueCode":"delete"}]}""")]
    [InlineData("""{"name":"operation","part":[{"name":"type","valueCode":"merge"},{"name":"path","valueString":"Patient"}]}""")]
    [InlineData("""{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"name","valueString":"x"}]}""")]
    [InlineData("""{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"value","valueString":"x"}]}""")]
    [InlineData("""{"name":"operation","part":[{"name":"type","valueCode":"insert"},{"name":"path","valueString":"Patient.name"},{"name":"value","valueString":"x"}]}""")]
    [InlineData("""{"name":"operation","part":[{"name":"type","valueCode":"move"},{"name":"path","valueString":"Patient.name"},{"name":"source","valueInteger":0}]}""")]
    public void What_is_no_operation_fails_with_400(string parameter)
        => Assert.Equal(400, ReadStatus(parameter));

    [Theory]
    [InlineData("Patient.name.where(")]
    [InlineData("Patient..name")]
    [InlineData("Patient.name[12345678901]")]
    [InlineData("Patient.name.nonsense()")]
    [InlineData("Patient is Nonsense")]
    [InlineData("'unclosed")]
    public void A_path_that_is_no_FHIRPath_fails_with_400(string path)
        => Assert.Equal(400, ReadStatus(Operation("delete", path.Replace("\\", "\\\\", StringComparison.Ordinal))));

    [Theory]
    [InlineData("Patient.descendants().where($this = 'N')", "text")]
    [InlineData("Patient.contact.name.where(text.matches('^(N+)+$')).text", "text")]
    [InlineData("%resource.contact.name.text // the contact", "text")]
    public void Any_path_that_leads_to_one_element_will_do(string path, string member)
    {
        var patched = Patch(Person, Operation("replace", path, """{"name":"value","valueString":"changed"}"""));

        Assert.Equal("changed", patched.GetProperty("contact")[0].GetProperty("name").GetProperty(member).GetString());
    }

    [Fact]
    public void What_all_paths_of_a_patch_cost_together_is_limited()
    {
        var names = string.Join(',', Enumerable.Repeat("""{"family":"x"}""", 5_000));
        var costly = Operation("delete", "Patient.name.where(family = 'y' and family != 'z' or %resource.name.count() = 0)");

        Assert.Equal(422, Status($$"""{"resourceType":"Patient","name":[{{names}}]}""", costly));
    }

    [Fact]
    public void Long_and_deep_paths_fail_with_400()
    {
        Assert.Equal(400, ReadStatus(Operation("delete", new string('a', 2_049))));
        Assert.Equal(400, ReadStatus(Operation("delete", new string('(', 900) + "1" + new string(')', 900))));
        Assert.Equal(400, ReadStatus(Operation("delete", "a" + string.Concat(Enumerable.Repeat(".a", 900)))));
        Assert.Equal(400, ReadStatus(Operation("delete", new string('-', 1_900) + "1")));
    }

    [Fact]
    public void Too_many_operations_fail_with_413()
        => Assert.Equal(413, ReadStatus(string.Join(',', Enumerable.Repeat(Operation("delete", "Patient.photo"), 21))));

    [Fact]
    public void A_patch_without_operations_changes_nothing()
        => Assert.Equal(Person, Text(Person));

    private static string Operation(string type, string path, string parts = "")
        => $$"""{"name":"operation","part":[{"name":"type","valueCode":"{{type}}"},{"name":"path","valueString":"{{path}}"}{{(parts.Length > 0 ? "," : "")}}{{parts}}]}""";

    private static JsonElement Patch(string json, params string[] operations) => JsonDocument.Parse(Text(json, operations)).RootElement;

    private static string Text(string json, params string[] operations)
    {
        Assert.True(Read(string.Join(',', operations), out var patch, out var unread), unread?.Issues[0].Text);
        Assert.True(patch!.TryApply(Encoding.UTF8.GetBytes(json), out var edited, out var refusal), refusal?.Issues[0].Text);
        return Encoding.UTF8.GetString(edited.Span);
    }

    private static int Status(string json, string operation)
    {
        Assert.True(Read(operation, out var patch, out var unread), unread?.Issues[0].Text);
        return patch!.TryApply(Encoding.UTF8.GetBytes(json), out _, out var refusal) ? 200 : refusal.Status;
    }

    private static int ReadStatus(string operation) => Read(operation, out _, out var refusal) ? 200 : refusal!.Status;

    private static bool Read(string operations, out FhirPathPatch? patch, out Validation.Outcomes.Refusal? refusal)
    {
        var list = operations.Length > 0 ? $$""","parameter":[{{operations}}]""" : "";
        return FhirPathPatch.TryRead(JsonDocument.Parse($$"""{"resourceType":"Parameters"{{list}}}""").RootElement, Options, out patch, out refusal);
    }
}
