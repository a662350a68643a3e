using System.Text;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Terminology.Operations;

/// <summary>Content and questions that were made to harm.</summary>
[Collection<TerminologyContent>]
public sealed class HostileInputTests(TerminologyContent content)
{
    private readonly FhirHttp _fhir = content.Fhir;

    [Fact]
    public async Task Value_sets_that_contain_each_other_are_refused()
    {
        await _fhir.StoreAsync("""{"resourceType":"ValueSet","id":"ring","url":"http://example.org/ring","status":"active","compose":{"include":[{"valueSet":["http://example.org/gnir"]}]}}""");
        await _fhir.StoreAsync("""{"resourceType":"ValueSet","id":"gnir","url":"http://example.org/gnir","status":"active","compose":{"include":[{"valueSet":["http://example.org/ring"]}]}}""");

        using var expanded = await _fhir.GetAsync("/fhir/ValueSet/ring/$expand");
        using var validated = await _fhir.GetAsync("/fhir/ValueSet/ring/$validate-code?system=s&code=a");

        await expanded.IssueAsync(422);
        await validated.IssueAsync(422);
    }

    [Fact]
    public async Task An_expression_that_others_take_years_for_takes_no_time()
    {
        var code = new string('a', 50) + "!";
        await _fhir.StoreAsync($$"""{"resourceType":"CodeSystem","id":"bomb","url":"http://example.org/bomb","status":"active","content":"complete","concept":[{"code":"{{code}}"}]}""");

        using var expanded = await _fhir.PostAsync(
            "/fhir/ValueSet/$expand",
            """{"resourceType":"ValueSet","status":"active","compose":{"include":[{"system":"http://example.org/bomb","filter":[{"property":"code","op":"regex","value":"(a+)+$"}]}]}}""");

        Assert.Equal(0, (int)(await expanded.JsonAsync())["expansion"]!["total"]!);
    }

    [Fact]
    public async Task A_value_set_with_too_many_codes_costs_too_much()
    {
        var codes = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $$"""{"code":"{{number}}"}"""));

        using var response = await _fhir.PostAsync(
            "/fhir/ValueSet/$expand", $$$"""{"resourceType":"ValueSet","status":"active","compose":{"include":[{"system":"http://example.org/many","concept":[{{{codes}}}]}]}}""");

        Assert.Equal("too-costly", (string?)(await response.IssueAsync(422))["code"]);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%F0%9F%92%8A")]
    [InlineData("%22%7D%5D")]
    [InlineData("%7C%7C%7C")]
    [InlineData("..%2F..%2F")]
    public async Task Odd_texts_do_no_harm(string text)
    {
        foreach (var path in new[]
        {
            $"/fhir/ValueSet/$validate-code?url={text}&system={text}&code={text}", $"/fhir/ValueSet/$expand?url={text}", $"/fhir/ValueSet/all/$expand?filter={text}",
            $"/fhir/CodeSystem/$lookup?system={text}&code={text}", $"/fhir/CodeSystem/$lookup?coding={text}", $"/fhir/CodeSystem/$validate-code?url={text}&code={text}",
            $"/fhir/CodeSystem/animals/$subsumes?codeA={text}&codeB={text}", $"/fhir/ConceptMap/kin/$translate?coding={text}", $"/fhir/ConceptMap/$translate?url={text}&system={text}&code={text}",
            $"/fhir/Observation?code:in={text}", $"/fhir/Observation?code:below={text}",
        })
        {
            using var response = await _fhir.GetAsync(path);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }
    }

    [Fact]
    public async Task Content_without_sense_is_refused_or_answered_but_breaks_nothing()
    {
        foreach (var body in new[]
        {
            """{"resourceType":"ValueSet","compose":{"include":[{}]}}""", """{"resourceType":"ValueSet"}""", """{"resourceType":"ValueSet","compose":{}}""",
            """{"resourceType":"ValueSet","compose":{"include":[{"system":"http://example.org/animals","filter":[{}]}]}}""",
            """{"resourceType":"ValueSet","compose":{"include":[{"valueSet":["","#","|"]}]}}""",
            """{"resourceType":"ValueSet","expansion":{"total":-1,"contains":[{"contains":[{"contains":[{}]}]}]}}""",
        })
        {
            using var response = await _fhir.PostAsync("/fhir/ValueSet/$expand", body);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }
    }

    [Fact]
    public async Task Nesting_beyond_what_is_read_is_refused()
    {
        var deep = new StringBuilder("""{"resourceType":"CodeSystem","url":"u","content":"complete","status":"active","concept":""");
        for (var level = 0; level < 200; level++) deep.Append("""[{"code":"a","concept":""");

        using var response = await _fhir.PostAsync("/fhir/CodeSystem/$validate-code?code=a", deep.ToString());

        await response.IssueAsync(400);
    }

    [Fact]
    public async Task Questions_and_changes_at_the_same_time_do_not_disturb_each_other()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            if (number % 3 == 0)
            {
                await _fhir.StoreAsync($$$"""{"resourceType":"ValueSet","id":"busy{{{number}}}","url":"http://example.org/busy{{{number}}}","status":"active","compose":{"include":[{"valueSet":["http://example.org/birds"]}]}}""");
                using var own = await _fhir.GetAsync($"/fhir/ValueSet/$expand?url=http://example.org/busy{number}");
                Assert.Equal("bird owl", (await own.JsonAsync()).Codes());
            }

            using var response = await _fhir.GetAsync("/fhir/ValueSet/birds/$validate-code?system=http://example.org/animals&code=owl");
            Assert.Equal("true", (await response.JsonAsync()).Parameter("result"));
        });
    }
}
