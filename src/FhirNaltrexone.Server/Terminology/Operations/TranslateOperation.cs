using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary><c>ConceptMap/$translate</c> (FHIR R4).</summary>
internal sealed class TranslateOperation(OperationRunner runner)
{
    private static readonly TerminologyOperation Facts = new("ConceptMap", "conceptMap", "translate")
    {
        Known =
        [
            "url", "conceptMap", "conceptMapVersion", "code", "system", "version", "source", "coding", "codeableConcept", "target", "targetsystem", "reverse",
        ],
        Unserved = ["dependency"],
    };

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = Facts.Name,
        Definition = "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = [Facts.Type],
        Handler = (call, cancellationToken) => runner.AnswerAsync(call, Facts, Translate, cancellationToken),
    };

    private static Result<JsonObject> Translate(CallInput input, TerminologyService terminology)
    {
        var map = input.Resource("conceptMap", "ConceptMap");
        var (url, version) = (input.Text("url"), input.Text("conceptMapVersion"));
        if (input.Has("url") && input.Has("conceptMap")) input.Fail("url", "Give either url or conceptMap.");
        var request = new TranslationRequest(CodeInput.Read(input))
        {
            Given = map,
            Map = version is null || url is null ? url : $"{url}|{version}",
            Source = input.Text("source"),
            Target = input.Text("target"),
            TargetSystem = input.Text("targetsystem"),
            IsReverse = input.Flag("reverse") == true,
        };
        if (request is { Given: null, Map: null, Source: null, Target: null, TargetSystem: null })
            input.Fail("url", "Say which map, value sets or code system are meant: url, conceptMap, source, target or targetsystem.", IssueCodes.Required);
        if (input.Refusal is { } wrong) return wrong;
        var translated = terminology.Translate(request);
        return translated.Refusal is { } refusal ? refusal : Write(translated.Value!);
    }

    private static JsonObject Write(Translation translation)
    {
        var parameters = new ParametersJson()
            .Add("result", "valueBoolean", translation.IsFound)
            .Add("message", "valueString", Message(translation));
        foreach (var match in translation.Matches)
        {
            parameters.Add("match", new ParametersJson()
                .Add("equivalence", "valueCode", match.Equivalence)
                .Add("concept", "valueCoding", Coding(match))
                .Add("source", "valueUri", match.Map.Length > 0 ? match.Map : null));
        }

        return parameters.Resource;
    }

    private static string? Message(Translation translation)
    {
        if (translation.IsConditional) return "Mappings that depend on further values were left out.";
        return translation.IsFound ? null : "The concept maps asked have no translation.";
    }

    private static JsonObject? Coding(TranslationMatch match)
    {
        if (match.Code is null) return null;
        var coding = new JsonObject();
        if (match.System is not null) coding["system"] = match.System;
        coding["code"] = match.Code;
        if (match.Display is not null) coding["display"] = match.Display;
        return coding;
    }
}
