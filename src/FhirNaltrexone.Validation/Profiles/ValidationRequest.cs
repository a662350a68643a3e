using System.Text.Json;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>What a resource is to be checked against, and how.</summary>
public sealed record ValidationRequest
{
    /// <summary>A request for everything, without profiles other than those the resource names itself.</summary>
    public static ValidationRequest Default { get; } = new();

    /// <summary>Canonicals of profiles the resource must conform to, besides those in its meta.profile.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>What the resource is to be valid for.</summary>
    public ValidationMode Mode { get; init; }

    /// <summary>How much is looked at.</summary>
    public ValidationDepth Depth { get; init; }

    /// <summary>Whether the profiles that resources name in meta.profile are checked.</summary>
    public bool IsMetaProfileChecked { get; init; } = true;

    /// <summary>What is said of extensions whose definition is not known here.</summary>
    public UnknownExtensions UnknownExtensions { get; init; }

    /// <summary>Finds a resource by a literal reference that leads out of the one validated; null when there is nothing to ask.</summary>
    public Func<string, JsonElement?>? Resolve { get; init; }

    /// <summary>Finds a Questionnaire by the canonical a response names, before the definitions are asked; empty when it names none. Null when there is none to give.</summary>
    public Func<string, JsonElement?>? Questionnaire { get; init; }

    /// <summary>FHIRPath of the resource within what it is part of; null when it stands alone.</summary>
    public string? Within { get; init; }

    /// <summary>Steps that all expressions together may take; null when each has its own limit only. When none is left, the validation ends early.</summary>
    public FhirPathBudget? Budget { get; init; }

    /// <summary>Ends the validation early; then what is told is not all. One expression that has begun is finished before.</summary>
    public CancellationToken Patience { get; init; }

    /// <summary>Most issues told of one resource.</summary>
    public int MaxIssues { get; init; } = 200;
}
