using System.Collections.Immutable;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>What an expression asks that cannot be told here, and what is assumed of it meanwhile.</summary>
/// <param name="assumed">Answers to earlier questions.</param>
internal sealed class OpenQuestions(ImmutableDictionary<string, bool> assumed)
{
    /// <summary>Nothing is assumed.</summary>
    public OpenQuestions()
        : this(ImmutableDictionary<string, bool>.Empty)
    {
    }

    /// <summary>The first question that nothing is assumed of; null when there was none.</summary>
    public string? First { get; private set; }

    /// <summary>Of how many questions something is assumed.</summary>
    public int Assumed => assumed.Count;

    /// <summary>The same assumptions and one more.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">What is assumed.</param>
    public OpenQuestions With(string question, bool answer) => new(assumed.Add(question, answer));

    /// <summary>What is assumed; null when nothing is, which FHIRPath takes for nothing at all.</summary>
    /// <param name="element">The element asked about.</param>
    /// <param name="question">What is asked of it.</param>
    public bool? Answer(in FhirElement element, string question)
    {
        var name = $"{question} {ValidationRun.At(element).GetRawText()}";
        if (assumed.TryGetValue(name, out var answer)) return answer;
        First ??= name;
        return null;
    }
}
