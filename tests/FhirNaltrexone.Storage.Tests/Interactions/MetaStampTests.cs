using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Interactions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class MetaStampTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(
        """{"resourceType":"Patient"}""",
        """{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2026-03-01T12:00:00.005Z"}}""")]
    [InlineData(
        """{ "active" : true , "resourceType":"Patient", "id" : "x" }""",
        """{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2026-03-01T12:00:00.005Z"},"active" : true}""")]
    [InlineData(
        """{"meta":{"lastUpdated":"1999-01-01T00:00:00Z","source":"urn:x","versionId":"9","tag":[{"code":"t"}]},"resourceType":"Patient","active":true}""",
        """{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2026-03-01T12:00:00.005Z","source":"urn:x","tag":[{"code":"t"}]},"active":true}""")]
    [InlineData(
        """{"implicitRules":"urn:r","id":"x","language":"de","resourceType":"Patient","active":true}""",
        """{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2026-03-01T12:00:00.005Z"},"implicitRules":"urn:r","language":"de","active":true}""")]
    [InlineData(
        """{"meta":{"versionId":"9"},"resourceType":"Patient"}""",
        """{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2026-03-01T12:00:00.005Z"}}""")]
    public void Type_id_and_meta_come_first_and_the_rest_stays(string received, string stored)
        => Assert.Equal(stored, Stamp(received));

    [Theory]
    [InlineData("1.0"), InlineData("1.00"), InlineData("1e2"), InlineData("-0.10E-3")]
    public void Numbers_keep_their_digits(string number)
        => Assert.Contains($"\"value\":{number}}}", Stamp("""{"resourceType":"Observation","valueQuantity":{"value":1}}""".Replace("1", number, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Escapes_and_white_space_stay_as_they_were()
    {
        const string Rest = "\"name\" : [ {\n \"family\":\"M\\u00fcller\\/\\\"\u00e9\" } ]";

        Assert.EndsWith($",{Rest}}}", Stamp($$"""{"resourceType":"Patient", {{Rest}} }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_within_the_content_is_left_alone()
        => Assert.Contains(
            """{"id":"c1"}""", Stamp("""{"resourceType":"Patient","id":"x","extension":[{"id":"c1"}]}"""), StringComparison.Ordinal);

    [Property]
    public Property Members_and_their_values_survive_in_any_order()
        => Prop.ForAll(
            Gen.Shuffle(new[] { "resourceType", "id", "meta", "active", "birthDate", "name" }).ToArbitrary(),
            names =>
            {
                var members = new Dictionary<string, string>
                {
                    ["resourceType"] = "\"Patient\"",
                    ["id"] = "\"x\"",
                    ["meta"] = """{"versionId":"7","tag":[{"code":"meta"}]}""",
                    ["active"] = "true",
                    ["birthDate"] = "\"1970-01-01\"",
                    ["name"] = """[{"id":"n","family":"id"}]""",
                };

                var stored = Stamp($"{{{string.Join(',', names.Select(name => $"\"{name}\":{members[name]}"))}}}");

                using var document = JsonDocument.Parse(stored);
                var expected = new[] { "resourceType", "id", "meta" }.Concat(names.Except(["resourceType", "id", "meta"]));
                Assert.Equal(expected, document.RootElement.EnumerateObject().Select(member => member.Name));
                Assert.Equal(members["name"], document.RootElement.GetProperty("name").GetRawText());
                Assert.Equal("a", document.RootElement.GetProperty("id").GetString());
                Assert.Equal(
                    """{"versionId":"2","lastUpdated":"2026-03-01T12:00:00.005Z","tag":[{"code":"meta"}]}""",
                    document.RootElement.GetProperty("meta").GetRawText());
            });

    [Fact]
    public void What_is_stored_is_the_same_content_as_what_was_received()
    {
        var received = Read("""{"id":"x","resourceType":"Patient","meta":{"source":"urn:x"},"active":true}""");
        var stored = MetaStamp.Read("Patient", received.Write("a", 1, Time));

        Assert.True(stored.HasSameContent(received));
        Assert.False(stored.HasSameContent(Read("""{"resourceType":"Patient","meta":{"source":"urn:x"},"active":false}""")));
        Assert.False(stored.HasSameContent(Read("""{"resourceType":"Patient","active":true}""")));
    }

    private static MetaStamp Read(string json) => MetaStamp.Read("Patient", Encoding.UTF8.GetBytes(json));

    private static string Stamp(string json)
        => Encoding.UTF8.GetString(MetaStamp.Read(json.Contains("Observation") ? "Observation" : "Patient", Encoding.UTF8.GetBytes(json)).Write("a", 2, Time));
}
