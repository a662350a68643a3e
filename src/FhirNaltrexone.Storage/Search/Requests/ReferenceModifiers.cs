using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Values;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The modifiers of reference parameters (FHIR R4, reference modifiers): <c>:identifier</c>, <c>:[type]</c>, <c>:below</c> for canonicals, <c>:text</c>.</summary>
internal static class ReferenceModifiers
{
    public static SearchExpression? Read(ReadingContext context, FoundParameter parameter, string modifier, IReadOnlyList<string> raw)
        => modifier switch
        {
            "identifier" => With(parameter.Keys(ParameterNames.Identifier), TokenReading.Read(context, raw)),
            "text" => new HasEntry(parameter.Keys(ParameterNames.Text), StringReading.Read(StringMatch.StartsWith, raw)),
            "below" => With(parameter.Keys(), ReferenceReading.ReadBelow(context, raw)),
            _ when ResourceTypes.Contains(modifier) => OfType(context, parameter, modifier, raw),
            _ => ParameterReading.Unsupported(context, modifier, "[type]", "identifier", "text", "below"),
        };

    private static SearchExpression? OfType(ReadingContext context, FoundParameter parameter, string type, IReadOnlyList<string> raw)
        => parameter.Targets.Count == 0 || parameter.Targets.Contains(type)
            ? With(parameter.Keys(), ReferenceReading.Read(context, [type], raw))
            : context.Refuse($"it refers to {string.Join(", ", parameter.Targets)}, never to {type}.");

    private static HasEntry? With(IReadOnlyList<int> keys, ValueTest? test) => test is null ? null : new HasEntry(keys, test);
}
