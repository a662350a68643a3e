using System.Text;
using FhirNaltrexone.Server.Conformance.Asserts;
using FhirNaltrexone.Server.Conformance.Reports;
using FhirNaltrexone.Server.Conformance.Running;
using FhirNaltrexone.Server.Conformance.Scripts;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Tests.Conformance.Running;

/// <summary>Runs scripts written in tests.</summary>
internal static class ScriptBench
{
    /// <summary>A script with these members beside those it must have.</summary>
    public static TestScript Script(string members)
    {
        var reading = ScriptReader.Read(Encoding.UTF8.GetBytes(
            $$"""{"resourceType":"TestScript","id":"s","url":"http://example.org/TestScript/s","name":"S","status":"active",{{members}}}"""), folder: null);
        Assert.True(reading.Script is not null, string.Join("\n", reading.Issues));
        return reading.Script;
    }

    public static Task<RunReport> RunAsync(FakeServer server, string members) => RunAsync(server, Script(members));

    public static async Task<RunReport> RunAsync(FakeServer server, TestScript script)
    {
        using var http = new HttpClient(server, disposeHandler: false);
        var assertions = new Assertions(new ProfileAssertion(Validate));
        return await new ScriptRun(script, new ScriptClient(http, FakeServer.Base), assertions, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
    }

    // Stands for a validator: a resource conforms to the profile of its type.
    private static IReadOnlyList<Issue> Validate(ReadOnlyMemory<byte> json, string profile)
        => profile.EndsWith($"/{new ContentReader().FromJson(json).Content!.Type}", StringComparison.Ordinal) ? [] : [new Issue(IssueCodes.Structure, "It is of another type.")];
}
