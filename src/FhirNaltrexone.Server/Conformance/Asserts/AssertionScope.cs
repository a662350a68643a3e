using System.Text.Json;
using FhirNaltrexone.Server.Conformance.Running;
using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>What a claim is about.</summary>
/// <param name="assertion">The claim.</param>
/// <param name="script">The script.</param>
/// <param name="state">What the run knows.</param>
internal sealed class AssertionScope(ScriptAssertion assertion, TestScript script, ScriptState state)
{
    /// <summary>The claim.</summary>
    public ScriptAssertion Claim => assertion;

    /// <summary>The script.</summary>
    public TestScript Script => script;

    /// <summary>What was exchanged last.</summary>
    /// <exception cref="ScriptFault">Nothing yet.</exception>
    public Exchange Last => state.Last ?? throw new ScriptFault("No request was made yet.");

    /// <summary>What the claim is about: a document it names, or the last answer or request.</summary>
    /// <exception cref="ScriptFault">There is none.</exception>
    public Document Subject => assertion.SourceId is { } id ? state.Find(id) : assertion.IsOfRequest ? Last.Request : Last.Response;

    /// <summary>The resource the claim is about.</summary>
    /// <exception cref="ScriptFault">There is none.</exception>
    public JsonElement Resource => Subject.Resource ?? throw new ScriptFault("There is no resource to look at.");

    /// <summary>The document with a name.</summary>
    /// <exception cref="ScriptFault">There is none.</exception>
    public Document Find(string id) => state.Find(id);

    /// <summary>A text with the values of its variables.</summary>
    /// <exception cref="ScriptFault">A variable has no value.</exception>
    public string Fill(string text) => state.Fill(text);

    /// <summary>What is compared with: the value of the claim, or what its expression gives on another document.</summary>
    /// <exception cref="ScriptFault">The other document is not there, or has no resource.</exception>
    public string? Expected
    {
        get
        {
            if (assertion.CompareToSourceExpression is not { } expression) return assertion.Value is { } value ? Fill(value) : null;
            var source = assertion.CompareToSourceId is { } id ? Find(id) : Last.Response;
            var resource = source.Resource ?? throw new ScriptFault($"{assertion.CompareToSourceId} holds no resource.");
            return string.Join(",", ScriptPath.Values(Fill(expression), resource));
        }
    }
}
